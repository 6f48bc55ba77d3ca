package dev.pileus.domain.config;

import dev.pileus.domain.options.ValueRule;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongPredicate;

/// What values of the configuration must look like, in the stock servers' words.
final class Rules {
    private static final Set<String> WORDS =
            Set.of("true", "1", "yes", "on", "false", "0", "no", "off");

    private Rules() {}

    static ValueRule integer() {
        return value -> unless(number(value).isPresent(), "invalid integer");
    }

    static ValueRule integer(LongPredicate fits, String complaint) {
        return value -> {
            var number = number(value);
            return number.isEmpty()
                    ? Optional.of("invalid integer")
                    : unless(fits.test(number.getAsLong()), complaint);
        };
    }

    static ValueRule bool() {
        return value -> unless(WORDS.contains(value), "invalid boolean");
    }

    static ValueRule expiry() {
        return value -> unless(Expiry.isValid(value), "Invalid expiry expression");
    }

    /// `host`, `host:port`, `[::]:port`, `:port`. The port's range is the listener's business.
    static ValueRule address() {
        return value ->
                unless(
                        ListenAddress.parse(value).isPresent(),
                        "Couldn't resolve \"" + value + "\"");
    }

    /// The same, but others must be able to reach it.
    static ValueRule reachableAddress() {
        return value ->
                address()
                        .complaint(value)
                        .or(() ->
                                ListenAddress.parse(value)
                                        .filter(ListenAddress::isWildcard)
                                        .map(wildcard ->
                                                "Cluster address cannot be a wildcard address"));
    }

    /// Nobody can use it here.
    static ValueRule unsupported(String what) {
        return value -> Optional.of(what + " is not supported by this server");
    }

    private static OptionalLong number(String value) {
        try {
            return OptionalLong.of(Long.parseLong(value));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static Optional<String> unless(boolean fine, String complaint) {
        return fine ? Optional.empty() : Optional.of(complaint);
    }
}
