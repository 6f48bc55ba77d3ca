package dev.pileus.client;

import dev.pileus.api.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/// One request, not yet bound to an endpoint. Immutable.
///
/// @param path segments, not yet encoded
/// @param body anything that Jackson writes, or the path of a file to send as it is; null for none
/// @param ifMatch ETag as the server sent it; empty for none
record Request(
        String method,
        List<String> path,
        SequencedMap<String, String> query,
        @Nullable Object body,
        String ifMatch) {
    private static final String VERSION = "1.0";
    private static final MediaType JSON = MediaType.get("application/json");

    private static final MediaType OCTETS = MediaType.get("application/octet-stream");

    private static final RequestBody NOTHING = RequestBody.create(new byte[0]);

    Request {
        path = List.copyOf(path);
        // a name like this would silently address something else, such as the list above it
        if (path.stream()
                .anyMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."))) {
            throw new IllegalArgumentException("Names must not be empty, \".\" or \"..\": " + path);
        }
    }

    /// A request for `/1.0/COLLECTION/PATH…`.
    static Request of(String method, String collection, String... path) {
        var segments = Stream.concat(Stream.of(VERSION, collection), Stream.of(path));
        return new Request(method, segments.toList(), new LinkedHashMap<>(), null, "");
    }

    /// A request for `/1.0` itself.
    static Request root(String method) {
        return new Request(method, List.of(VERSION), new LinkedHashMap<>(), null, "");
    }

    /// A parameter with an empty value is left out.
    Request query(String name, String value) {
        if (value.isEmpty()) {
            return this;
        }
        var extended = new LinkedHashMap<>(query);
        extended.put(name, value);
        return new Request(method, path, extended, body, ifMatch);
    }

    Request body(Object content) {
        return new Request(method, path, query, content, ifMatch);
    }

    Request ifMatch(String etag) {
        return new Request(method, path, query, body, etag);
    }

    /// Only reads may be sent twice.
    boolean isRepeatable() {
        return method.equals("GET");
    }

    /// Method and path for messages and logs: no query, which may hold a secret, and no body.
    @Override
    public String toString() {
        return method + " /" + String.join("/", path);
    }

    okhttp3.Request.Builder at(Endpoint endpoint) {
        var builder = new okhttp3.Request.Builder().url(url(endpoint)).method(method, content());
        if (!ifMatch.isEmpty()) {
            builder.header("If-Match", ifMatch);
        }
        return builder;
    }

    private HttpUrl url(Endpoint endpoint) {
        var url = new HttpUrl.Builder();
        switch (endpoint) {
            case Endpoint.Unix unix -> url.scheme("http").host("localhost");
            case Endpoint.Https(String host, int port) -> url.scheme("https").host(host).port(port);
        }
        path.forEach(url::addPathSegment);
        query.forEach(url::addQueryParameter);
        return url.build();
    }

    private @Nullable RequestBody content() {
        if (body == null) {
            return method.equals("GET") || method.equals("DELETE") ? null : NOTHING;
        }
        if (body instanceof Path file) {
            return RequestBody.create(file.toFile(), OCTETS);
        }
        return RequestBody.create(Json.mapper().writeValueAsBytes(body), JSON);
    }
}
