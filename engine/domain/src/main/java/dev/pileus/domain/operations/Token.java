package dev.pileus.domain.operations;

import dev.pileus.api.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// An operation that only waits for somebody to redeem it. Kept in the database: any member can
/// redeem it, also after a restart.
///
/// @param location the member that issued it
/// @param metadata holds the secret: never log it
public record Token(
        String id,
        String description,
        Instant createdAt,
        String location,
        Map<String, List<String>> resources,
        Map<String, JsonNode> metadata) {
    public Token {
        resources = Map.copyOf(resources);
        metadata = Map.copyOf(metadata);
    }

    /// A text of the metadata, empty when missing.
    public String text(String key) {
        var value = metadata.get(key);
        return value == null || !value.isString() ? "" : value.stringValue();
    }

    /// The same with another text in its metadata.
    public Token with(String key, String text) {
        var values = new TreeMap<>(metadata);
        values.put(key, StringNode.valueOf(text));
        return new Token(id, description, createdAt, location, resources, values);
    }

    public Operation running() {
        return operation(Phase.RUNNING, createdAt);
    }

    Operation cancelled(Instant at) {
        return operation(Phase.CANCELLED, at);
    }

    private Operation operation(Phase phase, Instant updatedAt) {
        return new Operation(
                id,
                OperationClass.TOKEN.title(),
                description,
                createdAt,
                updatedAt,
                phase.word(),
                phase.code(),
                resources,
                new TreeMap<>(metadata),
                !phase.isFinal(),
                "",
                location);
    }

    @Override
    public String toString() {
        return "Token[" + id + ", " + description + "]";
    }
}
