package dev.pileus.database.raft;

import dev.pileus.database.Subscription;
import dev.pileus.database.TableListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells which tables change: listeners of this member at once, other members when they ask.
final class ChangeFeed {
    /// Stands for every table: a whole database was put in place, or too much has happened.
    static final Set<String> EVERYTHING = Set.of("*");

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final int HISTORY = 512;

    private final List<TableListener> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Change> history = new ArrayDeque<>();
    private long newest = -1;

    Subscription watch(TableListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// @param index the log entry that brought the change
    void tell(long index, Set<String> tables) {
        if (tables.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            newest = Math.max(newest, index);
            history.addLast(new Change(index, tables));
            if (history.size() > HISTORY) {
                history.removeFirst();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        for (var listener : listeners) {
            if (concerns(listener, tables)) {
                tell(listener);
            }
        }
    }

    /// A listener's fault must not look like a fault of the database.
    private static void tell(TableListener listener) {
        try {
            listener.changed();
        } catch (RuntimeException e) {
            LOG.error("A listener for changes of {} failed", listener.tables(), e);
        }
    }

    /// The newest entry that changed anything since this member was started; -1 when none did.
    long newest() {
        lock.lock();
        try {
            return newest;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for changes after an entry.
    ///
    /// @return empty when there were none in time
    Set<String> since(long index, Deadline deadline) throws InterruptedException {
        lock.lock();
        try {
            while (newest <= index) {
                var left = deadline.left().toNanos();
                if (left <= 0) {
                    return Set.of();
                }
                if (!changed.await(left, TimeUnit.NANOSECONDS)) {
                    return Set.of();
                }
            }
            return collect(index);
        } finally {
            lock.unlock();
        }
    }

    private Set<String> collect(long index) {
        var oldest = history.peekFirst();
        if (oldest == null || (history.size() >= HISTORY && oldest.index() > index)) {
            // something between may have been dropped from the history
            return EVERYTHING;
        }
        var tables = new HashSet<String>();
        for (var change : history) {
            if (change.index() > index) {
                tables.addAll(change.tables());
            }
        }
        return tables;
    }

    private static boolean concerns(TableListener listener, Set<String> tables) {
        return tables.equals(EVERYTHING) || listener.tables().stream().anyMatch(tables::contains);
    }

    private record Change(long index, Set<String> tables) {
        private Change {
            tables = Set.copyOf(tables);
        }
    }
}
