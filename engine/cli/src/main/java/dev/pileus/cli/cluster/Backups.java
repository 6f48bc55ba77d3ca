package dev.pileus.cli.cluster;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Names of copies that are made before a database is mended.
final class Backups {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private Backups() {}

    static String name(String reason, Clock clock) {
        return "global.before-" + reason + "-" + TIME.format(clock.instant());
    }
}
