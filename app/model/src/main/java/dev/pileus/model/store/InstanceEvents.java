package dev.pileus.model.store;

import dev.pileus.api.Event;
import dev.pileus.api.Lifecycle;
import dev.pileus.api.Operation;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which instances an event makes old.
final class InstanceEvents {
    private static final String DEFAULT_PROJECT = "default";
    private static final String PROJECT_PARAMETER = "project=";

    /// `/1.0/instances/NAME` splits into nothing, version, collection and name.
    private static final int SEGMENTS = 4;

    private static final Set<String> COLLECTIONS =
            Set.of("instances", "containers", "virtual-machines");

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
        var now = key(lifecycle.source(), event.project());
        var before =
                Optional.ofNullable(lifecycle.context().get("old_name"))
                        .flatMap(name -> name.stringValueOpt())
                        .flatMap(name -> now.map(key -> new InstanceKey(key.project(), name)));
        return Stream.concat(now.stream(), before.stream());
    }

    /// The lifecycle event of a start comes before the operation ends; the status may be half-way.
    private static Stream<InstanceKey> byOperation(Event event, Operation operation) {
        if (!operation.isFinished() || !operation.operationClass().equals("task")) {
            return Stream.empty();
        }
        return COLLECTIONS.stream()
                .map(kind -> operation.resources().getOrDefault(kind, List.of()))
                .flatMap(Collection::stream)
                .flatMap(url -> key(url, event.project()).stream());
    }

    /// Empty for URLs of other things, such as the snapshots of an instance.
    static Optional<InstanceKey> key(String url, String project) {
        try {
            var uri = new URI(url);
            var segments = uri.getRawPath().split("/", -1);
            if (segments.length != SEGMENTS || !COLLECTIONS.contains(segments[2])) {
                return Optional.empty();
            }
            var name = URLDecoder.decode(segments[SEGMENTS - 1], StandardCharsets.UTF_8);
            return Optional.of(new InstanceKey(project(uri, project), name));
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }

    private static String project(URI url, String ofEvent) {
        var query = url.getRawQuery() == null ? "" : url.getRawQuery();
        return Stream.of(query.split("&", -1))
                .filter(part -> part.startsWith(PROJECT_PARAMETER))
                .map(part -> part.substring(PROJECT_PARAMETER.length()))
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .findFirst()
                .orElse(ofEvent.isEmpty() ? DEFAULT_PROJECT : ofEvent);
    }
}
