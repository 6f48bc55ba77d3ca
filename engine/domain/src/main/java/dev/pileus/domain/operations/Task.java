package dev.pileus.domain.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Work to be done in the background.
///
/// @param description what people read, such as `Evacuating cluster member`
/// @param project empty for what belongs to no project
/// @param resources kind to URLs, such as `instances` to `/1.0/instances/c1`
/// @param metadata what is known from the start
/// @param cancellable whether [Work] stops when its thread is interrupted
public record Task(
        OperationClass kind,
        String description,
        String project,
        Map<String, List<String>> resources,
        Map<String, ?> metadata,
        boolean cancellable,
        Work work) {
    public Task {
        resources = Map.copyOf(resources);
        metadata = Map.copyOf(metadata);
    }

    public static Task of(String description, Work work) {
        return new Task(OperationClass.TASK, description, "", Map.of(), Map.of(), false, work);
    }

    public Task in(String newProject) {
        return new Task(kind, description, newProject, resources, metadata, cancellable, work);
    }

    /// Names what the work is about.
    public Task about(String resource, String... urls) {
        var more = new LinkedHashMap<>(resources);
        more.put(resource, List.of(urls));
        return new Task(kind, description, project, more, metadata, cancellable, work);
    }

    public Task telling(Map<String, ?> newMetadata) {
        return new Task(kind, description, project, resources, newMetadata, cancellable, work);
    }

    public Task canBeCancelled() {
        return new Task(kind, description, project, resources, metadata, true, work);
    }

    /// Work that talks to the client through websockets.
    public Task throughWebsocket() {
        return new Task(
                OperationClass.WEBSOCKET,
                description,
                project,
                resources,
                metadata,
                cancellable,
                work);
    }
}
