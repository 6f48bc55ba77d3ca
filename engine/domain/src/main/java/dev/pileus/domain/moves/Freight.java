package dev.pileus.domain.moves;

import dev.pileus.domain.operations.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;

/// Tells how far the files of an instance have come, at most once a second: `fs_progress` in the
/// stock clients' words, and the numbers in `progress`. Belongs to one thread.
public final class Freight {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final double UNIT = 1000;

    private final Progress progress;
    private final String name;
    private final InstantSource time;
    private final Instant begin;
    private Instant told;
    private long total;
    private long moved;

    public Freight(Progress progress, String name, InstantSource time) {
        this.progress = progress;
        this.name = name;
        this.time = time;
        this.begin = time.instant();
        this.told = begin.minus(PAUSE);
    }

    /// For who tells of it in another way.
    public static Freight silent(InstantSource time) {
        return new Freight(Progress.NONE, "", time);
    }

    /// @param bytes that will have to be moved, about
    void expect(long bytes) {
        total = bytes;
    }

    void moved(long bytes) {
        moved += bytes;
        var now = time.instant();
        if (Duration.between(told, now).compareTo(PAUSE) >= 0) {
            tell(now);
        }
    }

    void done() {
        total = moved;
        tell(time.instant());
    }

    private void tell(Instant now) {
        told = now;
        var millis = Math.max(1, Duration.between(begin, now).toMillis());
        var rate = moved * 1000 / millis;
        var percent = total == 0 ? 0 : Math.min(100, moved * 100 / total);
        progress.putAll(
                Map.of(
                        "fs_progress",
                        "%s: %s (%s/s)".formatted(name, words(moved), words(rate)),
                        "progress",
                        Map.of(
                                "stage",
                                "fs",
                                "percent",
                                Long.toString(percent),
                                "speed",
                                Long.toString(rate))));
    }

    /// Such as `12.50MB`.
    static String words(long bytes) {
        if (bytes < UNIT) {
            return bytes + "B";
        }
        var value = bytes / UNIT;
        for (var unit : new String[] {"kB", "MB", "GB"}) {
            if (value < UNIT) {
                return "%.2f%s".formatted(value, unit);
            }
            value /= UNIT;
        }
        return String.format(Locale.ROOT, "%.2fTB", value);
    }
}
