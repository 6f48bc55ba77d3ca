package dev.pileus.model.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Estimates the time left from the progress since the first look. Only our own clock counts: that
/// of the server may differ.
///
/// @param from when it was looked at first
/// @param share how far it was then, 0 to 1
record Pace(Instant from, double share) {
    /// Sooner, an estimate would jump about.
    private static final Duration TOO_SOON = Duration.ofSeconds(3);

    Optional<Duration> left(Instant now, double shareNow) {
        var taken = Duration.between(from, now);
        var done = shareNow - share;
        if (taken.compareTo(TOO_SOON) < 0 || done <= 0) {
            return Optional.empty();
        }
        var seconds = taken.toMillis() / 1000.0 * (1 - shareNow) / done;
        return Optional.of(Duration.ofSeconds(Math.round(seconds)));
    }
}
