package dev.pileus.domain.networks;

import dev.pileus.domain.options.ValueRule;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The addresses of bridges, in CIDR notation.
final class Addresses {
    static final String AUTO = "auto";

    private static final int ATTEMPTS = 100;
    private static final Set<String> WORDS = Set.of(AUTO, "none");
    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!/)|(?=/))){4}/(3[0-2]|[12]?\\d)");
    private static final Pattern IPV6 =
            Pattern.compile("(?=.*:)[0-9a-fA-F:]{2,39}/(12[0-8]|1[01]\\d|\\d?\\d)");

    private Addresses() {}

    /// The two kinds of addresses.
    enum Family {
        IPV4(Addresses.IPV4),
        IPV6(Addresses.IPV6);

        private final Pattern shape;

        Family(Pattern shape) {
            this.shape = shape;
        }
    }

    static ValueRule rule(Family family) {
        return value ->
                WORDS.contains(value) || family.shape.matcher(value).matches()
                        ? Optional.empty()
                        : Optional.of("invalid CIDR address: " + value);
    }

    /// A private network that nobody has taken.
    static String random(Family family, RandomGenerator random, Set<String> taken) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var address = random(family, random);
            if (!taken.contains(address)) {
                return address;
            }
        }
        throw new IllegalStateException("every network that was tried is taken");
    }

    private static String random(Family family, RandomGenerator random) {
        return switch (family) {
            case IPV4 -> "10.%d.%d.1/24".formatted(random.nextInt(256), random.nextInt(256));
            case IPV6 ->
                    "fd42:%x:%x:%x::1/64"
                            .formatted(
                                    random.nextInt(0x10000),
                                    random.nextInt(0x10000),
                                    random.nextInt(0x10000));
        };
    }
}
