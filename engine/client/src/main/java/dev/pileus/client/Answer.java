package dev.pileus.client;

import dev.pileus.api.Envelope;
import dev.pileus.api.Json;
import dev.pileus.api.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A server's `sync` or `async` envelope, read into the shapes that the caller expects.
///
/// @param etag empty when the server sent none
record Answer(Endpoint endpoint, Request request, Envelope envelope, String etag) {
    <T> T as(Class<T> shape) {
        var metadata = envelope.metadata();
        if (metadata == null || !metadata.isObject()) {
            throw unreadable("an object was expected", null);
        }
        return read(metadata, shape);
    }

    <T> Versioned<T> versioned(Class<T> shape) {
        return new Versioned<>(as(shape), etag);
    }

    /// Servers send `null` for some empty lists.
    <T> List<T> listOf(Class<T> shape) {
        var metadata = envelope.metadata();
        if (metadata == null || metadata.isNull()) {
            return List.of();
        }
        if (!metadata.isArray()) {
            throw unreadable("a list was expected", null);
        }
        return elements(metadata, shape);
    }

    /// The elements of an array, or those of all arrays in an object: operations come as a map of
    /// lists.
    <T> List<T> flattened(Class<T> shape) {
        var metadata = envelope.metadata();
        if (metadata == null || !metadata.isObject()) {
            return listOf(shape);
        }
        return metadata.valueStream()
                .filter(JsonNode::isArray)
                .flatMap(list -> elements(list, shape).stream())
                .toList();
    }

    /// What a call that may or may not run in the background came to.
    Accepted accepted() {
        return envelope.isAsync() ? new Accepted.Running(as(Operation.class)) : new Accepted.Done();
    }

    /// For work that was accepted and failed later.
    ClientException failed(Failure failure) {
        return new ClientException(failure, endpoint, request.toString(), null);
    }

    private <T> List<T> elements(JsonNode array, Class<T> shape) {
        return array.valueStream()
                .filter(element -> !element.isNull())
                .map(element -> read(element, shape))
                .toList();
    }

    private <T> T read(JsonNode node, Class<T> shape) {
        try {
            return Json.mapper().treeToValue(node, shape);
        } catch (JacksonException e) {
            throw unreadable(e.getOriginalMessage(), e);
        }
    }

    private ClientException unreadable(String detail, @Nullable Throwable cause) {
        return new ClientException(
                new Failure.Unreadable(detail), endpoint, request.toString(), cause);
    }
}
