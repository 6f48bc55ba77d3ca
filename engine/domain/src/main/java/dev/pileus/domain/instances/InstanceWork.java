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

    /// Whether something is being done with it.
    boolean isBusy(long instance) {
        var lock = locks.get(instance);
        return lock != null && lock.isLocked();
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
