package dev.pileus.server.http;

import dev.pileus.api.ApiException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Lays a partial document over a whole one.
final class Merge {
    private Merge() {}

    static JsonNode over(JsonNode current, JsonNode changes) {
        if (!(changes instanceof ObjectNode)) {
            throw new ApiException(400, "Invalid request: the document has the wrong type");
        }
        return merge(current, changes);
    }

    private static JsonNode merge(JsonNode current, JsonNode changes) {
        if (!(current instanceof ObjectNode before) || !(changes instanceof ObjectNode after)) {
            return changes;
        }
        var merged = before.deepCopy();
        after.propertyStream()
                .forEach(entry -> {
                    var old = before.get(entry.getKey());
                    merged.set(
                            entry.getKey(),
                            old == null ? entry.getValue() : merge(old, entry.getValue()));
                });
        return merged;
    }
}
