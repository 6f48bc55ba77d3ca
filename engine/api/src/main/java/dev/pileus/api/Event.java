package dev.pileus.api;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// One frame of `/1.0/events` (CONTRACT 6).
///
/// @param type `lifecycle`, `operation`, `logging` and what servers add
/// @param location member where it happened; empty on a standalone server
/// @param project may be empty for server-wide work
public record Event(
        String type,
        Instant timestamp,
        String location,
        String project,
        @Nullable JsonNode metadata) {
    public static final String LIFECYCLE = "lifecycle";
    public static final String OPERATION = "operation";
    public static final String LOGGING = "logging";

    public Event {
        type = Absent.text(type);
        timestamp = timestamp == null ? Instant.EPOCH : timestamp;
        location = Absent.text(location);
        project = Absent.text(project);
    }

    /// Present for a well-formed event of type `lifecycle`.
    public Optional<Lifecycle> lifecycle() {
        return type.equals(LIFECYCLE) ? detail(Lifecycle.class) : Optional.empty();
    }

    /// Present for a well-formed event of type `operation`.
    public Optional<Operation> operation() {
        return type.equals(OPERATION) ? detail(Operation.class) : Optional.empty();
    }

    private <T> Optional<T> detail(Class<T> shape) {
        if (metadata == null || !metadata.isObject()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.mapper().treeToValue(metadata, shape));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }
}
