package dev.pileus.server.http;

import dev.pileus.api.ApiException;
import dev.pileus.domain.caller.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What somebody asks for. Belongs to one thread.
public final class Request {
    /// Bytes; more is refused where a document is expected.
    private static final int DOCUMENT_LIMIT = 1 << 20;

    private final org.eclipse.jetty.server.Request exchange;
    private final Peer peer;
    private final Caller caller;
    private final Query query;
    private final Map<String, String> parameters;
    private byte @Nullable [] bytes;

    Request(
            org.eclipse.jetty.server.Request exchange,
            Peer peer,
            Caller caller,
            Query query,
            Map<String, String> parameters) {
        this.exchange = exchange;
        this.peer = peer;
        this.caller = caller;
        this.query = query;
        this.parameters = Map.copyOf(parameters);
    }

    public String method() {
        return exchange.getMethod();
    }

    /// Path and query as they were sent.
    public URI uri() {
        return URI.create(exchange.getHttpURI().getPathQuery());
    }

    public Caller caller() {
        return caller;
    }

    /// The certificate shown in the handshake, trusted or not.
    public Optional<X509Certificate> certificate() {
        return peer.certificate();
    }

    /// What stands in the place of a segment in braces.
    public String parameter(String name) {
        var value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The path has no {" + name + "}");
        }
        return value;
    }

    /// A query parameter, empty when missing.
    public String query(String name) {
        return query.first(name);
    }

    /// All values of a query parameter that may be repeated.
    public List<String> queryAll(String name) {
        return query.all(name);
    }

    /// Whether objects are wanted instead of URLs.
    public boolean wantsObjects() {
        return recursion() > 0;
    }

    /// 0: URLs, 1: objects, 2: objects with all that belongs to them.
    public int recursion() {
        return switch (query("recursion")) {
            case "1" -> 1;
            case "2" -> 2;
            default -> 0;
        };
    }

    /// The project it is about.
    public String project() {
        return project(query);
    }

    static String project(Query query) {
        var project = query.first("project");
        return project.isEmpty() ? "default" : project;
    }

    public boolean allProjects() {
        var value = query("all-projects");
        return value.equals("true") || value.equals("1");
    }

    /// The member it is meant for, empty: whoever was asked.
    public String target() {
        return query("target");
    }

    /// A header, empty when missing.
    public String header(String name) {
        var value = exchange.getHeaders().get(name);
        return value == null ? "" : value;
    }

    /// What a header holds that is written like a query, such as `os=debian&release=12`.
    public Map<String, List<String>> parameters(String header) {
        return Query.parse(header(header)).all();
    }

    /// All headers; names in the order and case they were sent.
    public List<Map.Entry<String, String>> headers() {
        var headers = new ArrayList<Map.Entry<String, String>>();
        for (var field : exchange.getHeaders()) {
            var value = field.getValue();
            headers.add(Map.entry(field.getName(), value == null ? "" : value));
        }
        return headers;
    }

    /// The document that was sent.
    ///
    /// @throws ApiException 400 if it is no JSON of this shape, 413 if it is larger than 1 MiB
    public <T> T document(Class<T> shape) {
        return Wire.read(bytes(), shape);
    }

    /// The document that was sent, laid over what is there: objects are merged key by key,
    /// everything else is replaced (`PATCH`).
    public <T> T patched(T current, Class<T> shape) {
        return Wire.read(Merge.over(Wire.tree(current), document(JsonNode.class)), shape);
    }

    /// Read once: a decision that is made again asks for it again.
    private byte[] bytes() {
        if (bytes == null) {
            bytes = read();
        }
        return bytes;
    }

    private byte[] read() {
        try {
            var read = body().readNBytes(DOCUMENT_LIMIT + 1);
            if (read.length > DOCUMENT_LIMIT) {
                throw new ApiException(413, "The request is larger than 1 MiB");
            }
            if (read.length == 0) {
                throw new ApiException(400, "Invalid request: it has no body");
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The body as it comes, without limit.
    public InputStream body() {
        return org.eclipse.jetty.server.Request.asInputStream(exchange);
    }

    /// The parts of a form, each in a file of its own.
    ///
    /// @param folder to take the files
    /// @throws ApiException 400 if it is no `multipart/form-data`, or ends early
    public List<UploadedFile> files(Path folder) {
        return Multipart.read(exchange, header("Content-Type"), folder);
    }

    /// Refuses with 412 if the sender has seen another version.
    ///
    /// @param writable the same part of the document that [Answer#editable] was given
    public void requireVersion(Object writable) {
        Etag.require(header("If-Match"), writable);
    }
}
