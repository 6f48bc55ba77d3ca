package dev.pileus.database.raft;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Wakes those who wait for something about the group to change.
final class News {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private long count;

    void tell() {
        lock.lock();
        try {
            count++;
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for any news, or so long.
    void await(Duration duration) {
        lock.lock();
        try {
            var seen = count;
            var left = duration.toNanos();
            while (seen == count && left > 0) {
                left = told.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until the condition holds; it is looked at now and then even without news.
    ///
    /// @return false if it did not in time
    boolean await(BooleanSupplier condition, Deadline deadline) {
        while (!condition.getAsBoolean()) {
            if (deadline.passed() || Thread.currentThread().isInterrupted()) {
                return false;
            }
            await(deadline.atMost(Duration.ofMillis(20)));
        }
        return true;
    }
}
