package dev.pileus.server.members;

import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Query;
import dev.pileus.database.Subscription;
import dev.pileus.database.TableListener;
import dev.pileus.database.WriteOutcome;
import dev.pileus.database.raft.ReplicatedDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/// The cluster's database as this member's services know it. A server that joins a cluster, or
/// leaves it, exchanges what is behind the door while requests go on: those under way end with the
/// old one, the next wait and ask the new one. Thread-safe.
public final class SwitchedDatabase implements Database {
    private final Map<TableListener, Subscription> listeners = new ConcurrentHashMap<>();
    private final ReentrantReadWriteLock exchange = new ReentrantReadWriteLock();
    private final List<Runnable> leadership = new CopyOnWriteArrayList<>();
    private ReplicatedDatabase current;

    SwitchedDatabase(ReplicatedDatabase first) {
        this.current = first;
    }

    /// What is behind the door now.
    ReplicatedDatabase current() {
        return using(() -> current);
    }

    /// Closes what is there and puts something else in its place.
    ///
    /// @param open gives the next one, when the last one is closed; if it throws, there is none,
    ///   and it has to be called again with something that works
    void change(Supplier<ReplicatedDatabase> open) {
        exchange.writeLock().lock();
        try {
            current.close();
            current = open.get();
            listeners.replaceAll((listener, old) -> current.watch(listener));
            leadership.forEach(listener -> follow(current, listener));
        } finally {
            exchange.writeLock().unlock();
        }
        listeners.keySet().forEach(TableListener::changed);
    }

    /// Calls whenever the leader or a role may have changed; returns at once from the call.
    void onLeadership(Runnable listener) {
        leadership.add(listener);
        follow(current(), listener);
    }

    private static void follow(ReplicatedDatabase database, Runnable listener) {
        var subscription = database.watchLeadership(listener);
        assert subscription != null : "ends with the database itself";
    }

    @Override
    public <T> T read(Query<T> query) {
        return using(() -> current.read(query));
    }

    @Override
    public <T> T readLatest(Query<T> query) {
        return using(() -> current.readLatest(query));
    }

    @Override
    public WriteOutcome write(Batch batch) {
        return using(() -> current.write(batch));
    }

    @Override
    public Subscription watch(TableListener listener) {
        return using(() -> {
            listeners.put(listener, current.watch(listener));
            return () -> end(listener);
        });
    }

    private void end(TableListener listener) {
        var subscription = listeners.remove(listener);
        if (subscription != null) {
            subscription.close();
        }
    }

    @Override
    public void close() {
        using(() -> {
            current.close();
            return current;
        });
    }

    private <T> T using(Supplier<T> work) {
        Lock lock = exchange.readLock();
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
