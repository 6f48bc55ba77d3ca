package dev.pileus.server.members;

import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Query;
import dev.pileus.database.Subscription;
import dev.pileus.database.TableListener;
import dev.pileus.database.WriteOutcome;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The cluster's database as this member's services know it. A server that joins a cluster, or
/// leaves it, exchanges what is behind the door while requests go on: those under way end with the
/// old one, the next ask the new one. Thread-safe.
public final class SwitchedDatabase implements Database {
    private final Map<TableListener, Subscription> listeners = new ConcurrentHashMap<>();
    private volatile Database current;

    public SwitchedDatabase(Database first) {
        this.current = first;
    }

    /// Puts another one in its place; the old one is for the caller to close.
    public synchronized void change(Database next) {
        current = next;
        listeners.replaceAll((listener, old) -> {
            old.close();
            return next.watch(listener);
        });
        listeners.keySet().forEach(TableListener::changed);
    }

    @Override
    public <T> T read(Query<T> query) {
        return current.read(query);
    }

    @Override
    public <T> T readLatest(Query<T> query) {
        return current.readLatest(query);
    }

    @Override
    public WriteOutcome write(Batch batch) {
        return current.write(batch);
    }

    @Override
    public synchronized Subscription watch(TableListener listener) {
        listeners.put(listener, current.watch(listener));
        return () -> end(listener);
    }

    private synchronized void end(TableListener listener) {
        var subscription = listeners.remove(listener);
        if (subscription != null) {
            subscription.close();
        }
    }

    /// Closes what is behind the door.
    @Override
    public void close() {
        current.close();
    }
}
