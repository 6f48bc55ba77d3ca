package dev.pileus.model.store;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does a job at once, then at every interval and when asked, on a virtual thread of its own: never
/// twice at the same time, and with a gap between two starts. However often it is asked during a
/// run or a gap, that makes one more run, which begins after the last asking.
final class Repeater implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Repeater.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wakened = lock.newCondition();
    private final long interval;
    private final long gap;
    private final Runnable job;
    private final Thread thread;
    private boolean asked = true;

    Repeater(String name, Duration interval, Duration gap, Runnable job) {
        this.interval = interval.toNanos();
        this.gap = gap.toNanos();
        this.job = job;
        this.thread = Thread.ofVirtual().name("live-" + name).unstarted(this::repeat);
    }

    void start() {
        thread.start();
    }

    /// Soon. Returns at once.
    void ask() {
        lock.lock();
        try {
            asked = true;
            wakened.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Interrupts a run that is under way.
    @Override
    public void close() {
        thread.interrupt();
    }

    private void repeat() {
        try {
            var due = System.nanoTime();
            while (true) {
                awaitTurn(due);
                var began = System.nanoTime();
                due = began + interval;
                runOnce();
                TimeUnit.NANOSECONDS.sleep(began + gap - System.nanoTime());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitTurn(long due) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = due - System.nanoTime();
            while (!asked && left > 0) {
                left = wakened.awaitNanos(left);
            }
            asked = false;
        } finally {
            lock.unlock();
        }
    }

    private void runOnce() {
        try {
            job.run();
        } catch (RuntimeException broken) {
            LOG.error("{} failed", thread.getName(), broken);
        }
    }
}
