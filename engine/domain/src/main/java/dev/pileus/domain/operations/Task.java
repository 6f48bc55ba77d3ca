package dev.pileus.domain.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Work to be done in the background.
///
/// @param description what people read, such as `Evacuating cluster member`
/// @param project empty for what belongs to no project
/// @param resources kind to URLs, such as `instances` to `/1.0/instances/c1`
/// @param metadata what is known from the start
/// @param cancellable whether [Work] stops when its thread is interrupted
/// @param lines by which clients talk to it
public record Task(
        OperationClass kind,
        String description,
        String project,
        Map<String, List<String>> resources,
        Map<String, ?> metadata,
        boolean cancellable,
        Optional<Lines> lines,
        Work work) {
    public Task {
        resources = Map.copyOf(resources);
        metadata = Map.copyOf(metadata);
    }

    public static Task of(String description, Work work) {
        return new Task(
                OperationClass.TASK,
                description,
                "",
                Map.of(),
                Map.of(),
                false,
                Optional.empty(),
                work);
    }

    public Task in(String newProject) {
        return new Task(
                kind, description, newProject, resources, metadata, cancellable, lines, work);
    }

    /// Names what the work is about.
    public Task about(String resource, String... urls) {
        var more = new LinkedHashMap<>(resources);
        more.put(resource, List.of(urls));
        return new Task(kind, description, project, more, metadata, cancellable, lines, work);
    }

    public Task telling(Map<String, ?> newMetadata) {
        return new Task(
                kind, description, project, resources, newMetadata, cancellable, lines, work);
    }

    public Task canBeCancelled() {
        return new Task(kind, description, project, resources, metadata, true, lines, work);
    }

    /// Work that talks to clients by websockets.
    public Task talking(Lines newLines) {
        return new Task(
                OperationClass.WEBSOCKET,
                description,
                project,
                resources,
                metadata,
                cancellable,
                Optional.of(newLines),
                work);
    }
}
