package dev.pileus.domain.events;

import dev.pileus.api.Event;
import dev.pileus.api.Json;
import dev.pileus.api.Lifecycle;
import dev.pileus.api.Operation;
import dev.pileus.database.Subscription;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.caller.Caller;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Passes events on to those who listen. Safe for use by many threads.
public final class EventHub {
    private final ThisMember here;
    private final InstantSource time;
    private final List<EventListener> listeners = new CopyOnWriteArrayList<>();

    public EventHub(ThisMember here, InstantSource time) {
        this.here = here;
        this.time = time;
    }

    /// Tells what was done; the current caller is named as the one who asked for it.
    public void tell(Happening happening) {
        var context = new TreeMap<String, JsonNode>();
        happening
                .context()
                .forEach((key, value) -> context.put(key, Json.mapper().valueToTree(value)));
        var requestor = Caller.current().map(Caller::requestor).orElse(null);
        publish(Event.LIFECYCLE, happening.project(), lifecycle(happening, context, requestor));
    }

    private static Lifecycle lifecycle(
            Happening happening,
            Map<String, JsonNode> context,
            Lifecycle.@Nullable Requestor requestor) {
        return new Lifecycle(
                happening.action(),
                happening.source(),
                context,
                requestor,
                "",
                happening.project());
    }

    /// Tells how far an operation is.
    public void tell(Operation operation, String project) {
        publish(Event.OPERATION, project, operation);
    }

    /// Tells what was written to the log.
    public void tell(LogLine line) {
        publish(Event.LOGGING, "", line);
    }

    /// Passes on what another member has told.
    public void relay(Event event) {
        listeners.forEach(listener -> listener.receive(event, false));
    }

    public Subscription subscribe(EventListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void publish(String type, String project, Object metadata) {
        if (listeners.isEmpty()) {
            return;
        }
        var event =
                new Event(
                        type,
                        time.instant(),
                        here.isClustered() ? here.name() : "",
                        project,
                        Json.mapper().valueToTree(metadata));
        listeners.forEach(listener -> listener.receive(event, true));
    }
}
