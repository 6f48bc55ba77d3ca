package dev.pileus.server.http;

import dev.pileus.api.Operation;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a route answers (CONTRACT 1). Documents are written as JSON; lists are never null.
public sealed interface Answer {
    /// 200, with what was asked for.
    ///
    /// @param etag of the writable part, empty where there is none
    record Sync(@Nullable Object metadata, String etag) implements Answer {}

    /// 200 with a list that is written one element after the other: for lists of any length.
    record Elements(Iterator<?> elements) implements Answer {}

    /// 200, with headers that say more about it.
    record Described(Object metadata, Map<String, String> headers) implements Answer {
        public Described {
            headers = Map.copyOf(headers);
        }
    }

    /// 201: it exists now, at that path.
    record Created(String location) implements Answer {}

    /// 202: the work has begun.
    record Accepted(Operation operation) implements Answer {}

    /// 200 at once, the document when it is ready: for waiting.
    record Later(Supplier<?> metadata) implements Answer {}

    /// Something other than an envelope, such as a file.
    record Stream(int status, Map<String, String> headers, Body body) implements Answer {
        public Stream {
            headers = Map.copyOf(headers);
        }
    }

    /// The connection becomes a websocket.
    record Socket(SocketHandler handler) implements Answer {}

    /// The connection speaks another protocol from now on.
    record Upgrade(String protocol, TunnelHandler handler) implements Answer {}

    /// A failure.
    record Refused(int status, String text) implements Answer {}

    /// Writes what follows the header.
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream output) throws IOException;
    }

    /// 200 with a document or a list.
    static Answer of(Object metadata) {
        return new Sync(metadata, "");
    }

    /// 200 with a document that can be edited.
    ///
    /// @param writable the part of it that `PUT` replaces
    static Answer editable(Object document, Object writable) {
        return new Sync(document, Etag.of(writable));
    }

    /// 200: a change is made, there is nothing to tell.
    static Answer done() {
        return new Sync(Map.of(), "");
    }

    static Answer created(String location) {
        return new Created(location);
    }

    static Answer accepted(Operation operation) {
        return new Accepted(operation);
    }
}
