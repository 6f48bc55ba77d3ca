package dev.pileus.domain.networks;

import dev.pileus.domain.options.ValueRule;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /// The addresses of an IPv4 network that instances can have. The bridge's own one is left out
    /// where it comes first; elsewhere whoever gives addresses out does not give out its own.
    ///
    /// @return empty where there is no room
    static Optional<Bridge.Range> hosts(String cidr) {
        var parts = cidr.split("/", 2);
        var length = Integer.parseInt(parts[1]);
        var own = number(parts[0]);
        var size = 1L << (Integer.SIZE - length);
        var network = own & -size;
        var first = network + 1;
        var last = network + size - 2;
        if (own == first) {
            first++;
        }
        return first > last
                ? Optional.empty()
                : Optional.of(new Bridge.Range(text(first), text(last)));
    }

    private static long number(String address) {
        return Arrays.stream(address.split("\\.", -1))
                .mapToLong(Long::parseLong)
                .reduce(0, (sum, part) -> sum << Byte.SIZE | part);
    }

    private static String text(long address) {
        return IntStream.of(24, 16, 8, 0)
                .mapToObj(shift -> Long.toString(address >> shift & 0xff))
                .collect(Collectors.joining("."));
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
