package dev.pileus.database.raft;

import java.time.Duration;

/// A moment on the clock that never jumps.
record Deadline(long nanos) {
    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    Deadline orLater(Deadline other) {
        return nanos - other.nanos >= 0 ? this : other;
    }

    Duration left() {
        var left = nanos - System.nanoTime();
        return left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
    }

    boolean passed() {
        return nanos - System.nanoTime() <= 0;
    }

    /// The time left, but no more than this.
    Duration atMost(Duration limit) {
        var left = left();
        return left.compareTo(limit) < 0 ? left : limit;
    }
}
