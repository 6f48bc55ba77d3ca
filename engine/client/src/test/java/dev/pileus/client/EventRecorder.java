package dev.pileus.client;

import dev.pileus.api.Event;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Remembers what a stream told.
final class EventRecorder implements EventReceiver {
    private final List<Endpoint> connections = new CopyOnWriteArrayList<>();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<ClientException> losses = new CopyOnWriteArrayList<>();
    private final AtomicInteger resyncs = new AtomicInteger();

    @Override
    public void connected(Endpoint endpoint) {
        connections.add(endpoint);
    }

    @Override
    public void resyncNeeded() {
        resyncs.incrementAndGet();
    }

    @Override
    public void event(Event event) {
        events.add(event);
    }

    @Override
    public void lost(ClientException cause) {
        losses.add(cause);
    }

    List<Endpoint> connections() {
        return connections;
    }

    List<Event> events() {
        return events;
    }

    List<ClientException> losses() {
        return losses;
    }

    int resyncs() {
        return resyncs.get();
    }

    /// Actions of the lifecycle events so far.
    List<String> actions() {
        return events.stream()
                .flatMap(event -> event.lifecycle().stream())
                .map(lifecycle -> lifecycle.action())
                .toList();
    }
}
