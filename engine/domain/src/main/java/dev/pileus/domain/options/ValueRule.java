package dev.pileus.domain.options;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What the value of a key must look like. The words of a complaint are the stock servers'.
@FunctionalInterface
public interface ValueRule {
    /// What is wrong with the value; empty when nothing is.
    Optional<String> complaint(String value);

    static ValueRule anything() {
        return value -> Optional.empty();
    }

    /// `true`, `false` and their usual synonyms.
    static ValueRule bool() {
        var words = Set.of("true", "false", "1", "0", "yes", "no", "on", "off");
        return value ->
                unless(
                        words.contains(value.toLowerCase(Locale.ROOT)),
                        "Invalid value for a boolean \"" + value + "\"");
    }

    static ValueRule integer() {
        return value -> unless(isLong(value), "Invalid value for an integer \"" + value + "\"");
    }

    /// A whole number from 0 up to 2^32 - 1.
    static ValueRule count() {
        return value ->
                unless(
                        isLong(value)
                                && Long.parseLong(value) >= 0
                                && Long.parseLong(value) < 1L << 32,
                        "Invalid value for uint32 \"" + value + "\"");
    }

    static ValueRule oneOf(String... values) {
        var allowed = List.of(values);
        return value ->
                unless(
                        allowed.contains(value),
                        "Invalid value \"%s\" (not one of [%s])"
                                .formatted(value, String.join(" ", allowed)));
    }

    static ValueRule matching(Pattern pattern) {
        return value -> unless(pattern.matcher(value).matches(), "Invalid value: " + value);
    }

    /// A number of bytes or bits, such as `10GiB`.
    static ValueRule size() {
        return matching(Patterns.SIZE);
    }

    /// A size, or a percentage.
    static ValueRule sizeOrPercent() {
        return matching(Patterns.SIZE_OR_PERCENT);
    }

    /// What this rule or the other one accepts.
    default ValueRule or(ValueRule other) {
        return value -> complaint(value).isEmpty() ? Optional.empty() : other.complaint(value);
    }

    /// The same for each part of a list that is separated by commas.
    default ValueRule each() {
        return value -> {
            for (var part : value.split(",", -1)) {
                var complaint = complaint(part.strip());
                if (complaint.isPresent()) {
                    return complaint;
                }
            }
            return Optional.empty();
        };
    }

    private static Optional<String> unless(boolean fine, String complaint) {
        return fine ? Optional.empty() : Optional.of(complaint);
    }

    private static boolean isLong(String value) {
        return Patterns.INTEGER.matcher(value).matches();
    }
}
