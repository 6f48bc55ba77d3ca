package dev.pileus.model.operations;

import dev.pileus.model.store.ClusterUpdate;
import dev.pileus.model.store.LiveCluster;
import dev.pileus.model.store.Subscription;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The running and just ended operations of a cluster, kept up to date. Thread-safe.
public final class OperationBoard implements AutoCloseable {
    private final OperationTracker tracker = new OperationTracker();
    private final InstantSource time;
    private final List<Consumer<List<RunningOperation>>> subscribers = new CopyOnWriteArrayList<>();
    private final Subscription subscription;
    private volatile List<RunningOperation> operations = List.of();

    private OperationBoard(LiveCluster cluster, InstantSource time) {
        this.time = time;
        this.subscription = cluster.subscribe(this::update);
    }

    public static OperationBoard of(LiveCluster cluster, InstantSource time) {
        return new OperationBoard(cluster, time);
    }

    /// Newest first.
    public List<RunningOperation> operations() {
        return operations;
    }

    /// Tells all rows whenever one of them changes, on the thread of the cluster's updates.
    public Subscription subscribe(Consumer<List<RunningOperation>> subscriber) {
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    @Override
    public void close() {
        subscription.close();
    }

    private void update(ClusterUpdate update) {
        var now = tracker.look(update.image(), time.instant());
        if (!now.equals(operations)) {
            operations = now;
            subscribers.forEach(subscriber -> subscriber.accept(now));
        }
    }
}
