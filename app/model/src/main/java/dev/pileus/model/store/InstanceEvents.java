package dev.pileus.model.store;

import dev.pileus.api.Event;
import dev.pileus.api.Lifecycle;
import dev.pileus.api.Operation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Which instances an event makes old.
final class InstanceEvents {
    /// They tell of looking at an instance, not of changing it.
    private static final List<String> LOOKS =
            List.of(
                    "instance-exec",
                    "instance-console",
                    "instance-file-",
                    "instance-log-",
                    "instance-metadata-");

    private InstanceEvents() {}

    static List<InstanceKey> outdated(Event event) {
        var byAction = event.lifecycle().stream().flatMap(one -> byAction(event, one));
        var byOperation = event.operation().stream().flatMap(one -> byOperation(event, one));
        return Stream.concat(byAction, byOperation).distinct().toList();
    }

    private static Stream<InstanceKey> byAction(Event event, Lifecycle lifecycle) {
        var action = lifecycle.action();
        if (!action.startsWith("instance-") || LOOKS.stream().anyMatch(action::startsWith)) {
            return Stream.empty();
        }
        var now = key(lifecycle.source(), event);
        var before =
                Optional.ofNullable(lifecycle.context().get("old_name"))
                        .flatMap(JsonNode::stringValueOpt)
                        .flatMap(name -> now.map(key -> new InstanceKey(key.project(), name)));
        return Stream.concat(now.stream(), before.stream());
    }

    /// The lifecycle event of a start comes before the operation ends; the status may be half-way.
    private static Stream<InstanceKey> byOperation(Event event, Operation operation) {
        if (!operation.isFinished() || !operation.operationClass().equals("task")) {
            return Stream.empty();
        }
        return operation.resources().values().stream()
                .flatMap(Collection::stream)
                .flatMap(url -> key(url, event).stream());
    }

    private static Optional<InstanceKey> key(String url, Event event) {
        var project = event.project();
        return InstanceKey.ofUrl(url, project.isEmpty() ? InstanceKey.DEFAULT_PROJECT : project);
    }
}
