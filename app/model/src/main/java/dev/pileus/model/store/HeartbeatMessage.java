package dev.pileus.model.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The server's message about an offline member, in both its forms (CONTRACT 9.2): `No heartbeat
/// for 2m31.336311212s (2026-11-20 15:57:16.960657313 +0000 UTC)` and `No heartbeat for 2m31s
/// (2026-11-20 15:57:16 +0000)`.
final class HeartbeatMessage {
    private static final Pattern TIME =
            Pattern.compile(
                    "\\((\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)? [+-]\\d{4})");
    private static final DateTimeFormatter FORM =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd HH:mm:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .appendPattern(" xx")
                    .toFormatter(Locale.ROOT);

    private HeartbeatMessage() {}

    /// Since when the member is silent, where the message tells.
    static Optional<Instant> silentSince(String message) {
        var time = TIME.matcher(message);
        if (!time.find()) {
            return Optional.empty();
        }
        try {
            var heard = OffsetDateTime.parse(time.group(1), FORM);
            // year 1 is the zero time of the servers' language: it never sent a heartbeat
            return heard.getYear() == 1 ? Optional.empty() : Optional.of(heard.toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
