package dev.pileus.domain.instances;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Lets one piece of work at a time change an instance on this member; the next one waits. Safe for
/// use by many threads.
public final class InstanceWork {
    private final Map<Long, ReentrantLock> locks = new ConcurrentHashMap<>();

    /// Does something with an instance that nothing else is being done with.
    ///
    /// @param instance its row
    public <X extends Exception> void alone(long instance, Job<X> job)
            throws X, InterruptedException {
        var lock = locks.computeIfAbsent(instance, id -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            job.run();
        } finally {
            lock.unlock();
        }
    }

    /// The same at once; nothing happens where something else is being done with it.
    <X extends Exception> void unlessBusy(long instance, Job<X> job)
            throws X, InterruptedException {
        var lock = locks.computeIfAbsent(instance, id -> new ReentrantLock());
        if (lock.tryLock()) {
            try {
                job.run();
            } finally {
                lock.unlock();
            }
        }
    }

    void forget(long instance) {
        locks.remove(instance);
    }

    /// A piece of work.
    @FunctionalInterface
    public interface Job<X extends Exception> {
        void run() throws X, InterruptedException;
    }
}
