package dev.pileus.model.history;

import dev.pileus.api.Event;
import dev.pileus.api.Lifecycle;
import dev.pileus.model.history.Happening.Severity;
import dev.pileus.model.store.ClusterUpdate;
import dev.pileus.model.store.LiveCluster;
import dev.pileus.model.store.Subscription;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The newest happenings of one cluster since the console opened it. Thread-safe.
public final class History implements AutoCloseable {
    private final Observer observer = new Observer();
    private final Deque<Happening> happenings = new ArrayDeque<>();
    private final List<Consumer<Happening>> subscribers = new CopyOnWriteArrayList<>();
    private final InstantSource time;
    private final int capacity;
    private long numbers;

    private Subscription images = () -> {};
    private Subscription events = () -> {};

    History(InstantSource time, int capacity) {
        this.time = time;
        this.capacity = capacity;
    }

    /// Follows a cluster until closed.
    ///
    /// @param capacity older happenings are forgotten
    public static History of(LiveCluster cluster, InstantSource time, int capacity) {
        var history = new History(time, capacity);
        history.images = cluster.subscribe(history::look);
        history.events = cluster.onEvent(history::hear);
        return history;
    }

    /// Newest first.
    public synchronized List<Happening> happenings() {
        return List.copyOf(happenings);
    }

    /// Tells every further happening, one by one.
    public Subscription subscribe(Consumer<Happening> subscriber) {
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    @Override
    public void close() {
        images.close();
        events.close();
    }

    void look(ClusterUpdate update) {
        for (var notice : observer.look(update)) {
            add(
                    time.instant(),
                    notice.severity(),
                    notice.occurrence(),
                    notice.subject(),
                    "",
                    Optional.empty());
        }
    }

    void hear(Event event) {
        event.lifecycle().ifPresent(lifecycle -> add(event, lifecycle));
    }

    private void add(Event event, Lifecycle lifecycle) {
        add(
                event.timestamp().equals(Instant.EPOCH) ? time.instant() : event.timestamp(),
                severity(lifecycle.action()),
                new Occurrence.Told(lifecycle.action()),
                Subject.of(lifecycle.source(), event.project()),
                event.location(),
                Optional.ofNullable(lifecycle.requestor()));
    }

    private static Severity severity(String action) {
        return switch (action) {
            case "cluster-member-restored", "cluster-member-added" -> Severity.GOOD;
            case "cluster-member-removed", "cluster-member-healed", "cluster-disabled" ->
                    Severity.WARNING;
            default -> Severity.INFO;
        };
    }

    private void add(
            Instant at,
            Severity severity,
            Occurrence occurrence,
            Subject subject,
            String location,
            Optional<Lifecycle.Requestor> by) {
        Happening happening;
        synchronized (this) {
            numbers++;
            happening = new Happening(numbers, at, severity, occurrence, subject, location, by);
            happenings.addFirst(happening);
            if (happenings.size() > capacity) {
                happenings.removeLast();
            }
        }
        subscribers.forEach(subscriber -> subscriber.accept(happening));
    }
}
