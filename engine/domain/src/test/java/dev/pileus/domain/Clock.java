package dev.pileus.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that tests turn.
public final class Clock implements InstantSource {
    public static final Instant BEGIN = Instant.parse("2026-11-20T16:00:00Z");

    private volatile Instant now = BEGIN;

    @Override
    public Instant instant() {
        return now;
    }

    public void turn(Duration by) {
        now = now.plus(by);
    }
}
