package dev.pileus.domain.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What the database says of something a member works on.
///
/// @param member its name
/// @param project empty: none
record NotedTask(
        String id,
        String member,
        String project,
        OperationClass kind,
        String description,
        Instant createdAt,
        Map<String, List<String>> resources) {
    NotedTask {
        resources = Map.copyOf(resources);
    }
}
