package dev.pileus.database.raft;

import dev.pileus.database.NoLeaderException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How far a replica has come in the log; others wait for it.
final class Applied {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile long index;

    Applied(long index) {
        this.index = index;
    }

    long index() {
        return index;
    }

    void advance(long to) {
        lock.lock();
        try {
            index = Math.max(index, to);
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// @throws NoLeaderException if the replica does not come so far in time
    void await(long wanted, Deadline deadline) {
        if (index >= wanted) {
            return;
        }
        lock.lock();
        try {
            while (index < wanted) {
                var left = deadline.left().toNanos();
                if (left <= 0) {
                    throw new NoLeaderException(
                            "this member's replica is at entry %d and did not reach entry %d in time"
                                    .formatted(index, wanted));
                }
                var ignored = advanced.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoLeaderException("interrupted while waiting for entry " + wanted, e);
        } finally {
            lock.unlock();
        }
    }
}
