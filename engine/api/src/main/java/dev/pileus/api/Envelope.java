package dev.pileus.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The frame round every answer (CONTRACT 1).
///
/// @param type `sync`, `async` or `error`; anything else is no answer of an Incus or LXD server
/// @param statusCode a number of [StatusCode]; 200 for `sync`, 100 for `async`, 0 for `error`
/// @param operation `/1.0/operations/UUID` of an `async` answer, perhaps with a query; else empty
/// @param errorCode the HTTP status of an `error` answer
/// @param metadata what was asked for; `null` when there is nothing to say
public record Envelope(
        String type,
        String status,
        int statusCode,
        String operation,
        int errorCode,
        String error,
        @Nullable JsonNode metadata) {
    public Envelope {
        type = Absent.text(type);
        status = Absent.text(status);
        operation = Absent.text(operation);
        error = Absent.text(error);
    }

    public boolean isSync() {
        return type.equals("sync");
    }

    public boolean isAsync() {
        return type.equals("async");
    }

    public boolean isError() {
        return type.equals("error");
    }
}
