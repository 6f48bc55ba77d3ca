package dev.pileus.client;

import java.time.Duration;

/// Time between two tries at a server that has answered too early or not at all: no event tells
/// when to try again. Whoever interrupts the thread ends it.
public final class Pause {
    private Pause() {}

    /// Waits.
    ///
    /// @return false when the thread was interrupted; it stays marked as such
    public static boolean of(Duration length) {
        try {
            Thread.sleep(length);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
