package dev.pileus.domain.members;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that tests turn.
final class FakeClock implements InstantSource {
    private Instant now = Instant.parse("2026-11-20T15:57:16.960Z");

    @Override
    public Instant instant() {
        return now;
    }

    void turn(Duration by) {
        now = now.plus(by);
    }

    void turnSeconds(long seconds) {
        turn(Duration.ofSeconds(seconds));
    }
}
