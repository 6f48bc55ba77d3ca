package dev.pileus.desktop;

import org.jspecify.annotations.Nullable;

/// A piece of background work under way. Safe for any thread.
public final class Running {
    private enum Stage {
        UNDER_WAY,
        CANCELLED,
        FINISHED
    }

    private Stage stage = Stage.UNDER_WAY;
    private @Nullable Thread thread;

    Running() {}

    /// Interrupts the work; its outcome is not told to anybody. No effect when it is over.
    public synchronized void cancel() {
        if (stage == Stage.UNDER_WAY) {
            stage = Stage.CANCELLED;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    public synchronized boolean isUnderWay() {
        return stage == Stage.UNDER_WAY;
    }

    /// Starts the thread that does the work, unless cancelled already.
    synchronized void begin(Thread worker) {
        if (stage == Stage.UNDER_WAY) {
            thread = worker;
            worker.start();
        }
    }

    /// Tells the outcome, unless cancelled meanwhile.
    void finish(Runnable outcome) {
        synchronized (this) {
            if (stage != Stage.UNDER_WAY) {
                return;
            }
            stage = Stage.FINISHED;
        }
        outcome.run();
    }
}
