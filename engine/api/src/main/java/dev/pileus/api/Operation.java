package dev.pileus.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Background work of a server (CONTRACT 5).
///
/// @param operationClass `task`, `websocket` or `token`
/// @param resources kind to URLs, e.g. `instances` to `/1.0/instances/i1`; empty when the server
///   sends `null`
/// @param metadata results and progress; keys that end in `_progress` are text for people
/// @param err why it failed, empty otherwise
/// @param location member that does the work; `none` on a standalone server
public record Operation(
        String id,
        @JsonProperty("class") String operationClass,
        String description,
        Instant createdAt,
        Instant updatedAt,
        String status,
        int statusCode,
        Map<String, List<String>> resources,
        Map<String, JsonNode> metadata,
        boolean mayCancel,
        String err,
        String location) {
    public static final String CLASS_TOKEN = "token";

    public Operation {
        id = Absent.text(id);
        operationClass = Absent.text(operationClass);
        description = Absent.text(description);
        createdAt = createdAt == null ? Instant.EPOCH : createdAt;
        updatedAt = updatedAt == null ? createdAt : updatedAt;
        status = Absent.text(status);
        resources = Absent.map(resources);
        metadata = Absent.map(metadata);
        err = Absent.text(err);
        location = Absent.text(location);
    }

    public boolean isFinished() {
        return statusCode >= StatusCode.SUCCESS;
    }

    public boolean hasFailed() {
        return statusCode >= StatusCode.FAILURE;
    }

    /// A text of the metadata, empty when missing or not a text.
    public String text(String key) {
        var value = metadata.get(key);
        return value == null || !value.isString() ? "" : value.stringValue();
    }

    /// The newest progress text for people (`evacuation_progress`, `create_instance_progress`, …),
    /// empty when there is none.
    public String progress() {
        return metadata.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("_progress"))
                .filter(entry -> entry.getValue().isString())
                .map(entry -> entry.getValue().stringValue())
                .findFirst()
                .orElse("");
    }
}
