package dev.pileus.domain.config;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/// Terms such as `30M` or `1d 3H`: Seconds, Minutes, Hours, days, weeks, months, years.
public final class Expiry {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6}[SMHdwmy])( \\d{1,6}[SMHdwmy])*");

    private Expiry() {}

    /// Whether it is one.
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /// The end of a term that begins at a moment; absent: it never ends.
    ///
    /// @param text empty: no term
    public static Optional<Instant> after(Instant begin, String text) {
        if (text.isEmpty() || !isValid(text)) {
            return Optional.empty();
        }
        var end = begin.atZone(ZoneOffset.UTC);
        for (var part : text.split(" ", -1)) {
            end = plus(end, part);
        }
        return Optional.of(end.toInstant());
    }

    private static ZonedDateTime plus(ZonedDateTime begin, String part) {
        var amount = Long.parseLong(part.substring(0, part.length() - 1));
        return switch (part.charAt(part.length() - 1)) {
            case 'S' -> begin.plusSeconds(amount);
            case 'M' -> begin.plusMinutes(amount);
            case 'H' -> begin.plusHours(amount);
            case 'd' -> begin.plusDays(amount);
            case 'w' -> begin.plusWeeks(amount);
            case 'm' -> begin.plusMonths(amount);
            default -> begin.plusYears(amount);
        };
    }
}
