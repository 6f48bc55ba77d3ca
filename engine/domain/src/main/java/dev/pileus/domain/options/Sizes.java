package dev.pileus.domain.options;

import java.math.BigInteger;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Numbers with a unit, such as `10GiB`.
public final class Sizes {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,18}) ?([kMGTPE]?)(i?)(B|bit)?");
    private static final String PREFIXES = "kMGTPE";
    private static final long DECIMAL = 1000;
    private static final long BINARY = 1024;

    private Sizes() {}

    /// Bytes or bits; empty when it is no size, or larger than can be counted.
    public static OptionalLong parse(String text) {
        var match = SHAPE.matcher(text.replace("KiB", "kiB").replace("Kibit", "kibit"));
        if (!match.matches()) {
            return OptionalLong.empty();
        }
        var base = BigInteger.valueOf(match.group(3).isEmpty() ? DECIMAL : BINARY);
        var power = match.group(2).isEmpty() ? 0 : PREFIXES.indexOf(match.group(2)) + 1;
        var size = new BigInteger(match.group(1)).multiply(base.pow(power));
        return size.bitLength() < Long.SIZE
                ? OptionalLong.of(size.longValue())
                : OptionalLong.empty();
    }

    /// Such as `512.0MiB`.
    public static String words(long bytes) {
        if (bytes < BINARY) {
            return bytes + "B";
        }
        double value = bytes;
        var power = -1;
        while (value >= BINARY && power < PREFIXES.length() - 1) {
            value /= BINARY;
            power++;
        }
        var prefix = PREFIXES.substring(power, power + 1).replace('k', 'K');
        return String.format(Locale.ROOT, "%.1f%siB", value, prefix);
    }
}
