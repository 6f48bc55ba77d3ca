package dev.pileus.database.raft;

import dev.pileus.database.Subscription;
import dev.pileus.database.TableListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
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

    /// Changes up to here are not in the history.
    private long unknownUpTo = -1;

    private long newest = -1;

    Subscription watch(TableListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Begins with a database whose past is not known.
    ///
    /// @param index the entry that the database has come to
    void begin(long index) {
        lock.lock();
        try {
            forgetUpTo(index);
        } finally {
            lock.unlock();
        }
    }

    /// Takes note of a change and tells who wants to know.
    ///
    /// @param index the log entry that brought the change
    void tell(long index, Set<String> tables) {
        if (tables.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            if (tables.equals(EVERYTHING)) {
                forgetUpTo(index);
            } else {
                remember(new Change(index, tables));
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

    /// Waits for changes after an entry.
    Changes since(long index, Deadline deadline) throws InterruptedException {
        lock.lock();
        try {
            var left = deadline.left().toNanos();
            while (newest <= index && left > 0) {
                left = changed.awaitNanos(left);
            }
            return new Changes(Math.max(newest, index), collect(index));
        } finally {
            lock.unlock();
        }
    }

    private void remember(Change change) {
        newest = Math.max(newest, change.index());
        history.addLast(change);
        if (history.size() > HISTORY) {
            unknownUpTo = history.removeFirst().index();
        }
    }

    private void forgetUpTo(long index) {
        newest = Math.max(newest, index);
        unknownUpTo = newest;
        history.clear();
    }

    private Set<String> collect(long index) {
        if (index < unknownUpTo) {
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

    /// A listener's fault must not look like a fault of the database.
    private static void tell(TableListener listener) {
        try {
            listener.changed();
        } catch (RuntimeException e) {
            LOG.error("A listener for changes of {} failed", listener.tables(), e);
        }
    }

    private static boolean concerns(TableListener listener, Set<String> tables) {
        return tables.equals(EVERYTHING) || listener.tables().stream().anyMatch(tables::contains);
    }

    private record Change(long index, Set<String> tables) {
        private Change {
            tables = Set.copyOf(tables);
        }
    }

    /// What has changed.
    ///
    /// @param upTo the entry to ask from the next time
    /// @param tables none, when nothing has changed in time
    record Changes(long upTo, Set<String> tables) {
        Changes {
            tables = Set.copyOf(tables);
        }
    }
}
