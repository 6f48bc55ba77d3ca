package dev.pileus.client;

import java.util.LinkedHashMap;
import java.util.stream.Stream;

/// `/internal`: what members of a cluster of Pileus engines say to each other, and the admin tool
/// to its member. Other servers do not know these paths, and the shapes are no promise to anybody.
public final class InternalCalls {
    private final Calls calls;

    InternalCalls(Calls calls) {
        this.calls = calls;
    }

    /// Ends the member's daemon, in order; it is still busy with that when this returns.
    public void shutdown() {
        var ignored = calls.send(request("PUT", "shutdown"));
    }

    /// Returns when the member's daemon has started.
    ///
    /// @throws ClientException while it has not
    public void ready() {
        var ignored = calls.send(request("GET", "ready"));
    }

    /// Asks for a document.
    public <T> T get(Class<T> shape, String... path) {
        return calls.send(request("GET", path)).as(shape);
    }

    /// Sends a document and reads the answer.
    public <T> T post(Object document, Class<T> shape, String... path) {
        return calls.send(request("POST", path).body(document)).as(shape);
    }

    /// Sends a document; there is nothing to answer.
    public void tell(Object document, String... path) {
        var ignored = calls.send(request("POST", path).body(document));
    }

    /// One of the member's databases, `global` or `local`, as the SQL that makes it.
    ///
    /// @param rows whether what is in the tables comes along
    public String sql(String database, boolean rows) {
        var request = request("GET", "sql").query("database", database);
        return calls.send(request.query("schema", rows ? "0" : "1")).as(SqlText.class).text();
    }

    private record SqlText(String text) {}

    /// Takes something back.
    public void delete(String... path) {
        var ignored = calls.send(request("DELETE", path));
    }

    /// Follows what happens on one member.
    ///
    /// @param relayed also what that member hears from others
    public EventStream events(boolean relayed, EventReceiver receiver) {
        return EventStream.start(
                calls,
                Request.of("GET", "events")
                        .query("all-projects", "true")
                        .query("relayed", relayed ? "true" : ""),
                receiver);
    }

    private static Request request(String method, String... path) {
        var segments = Stream.concat(Stream.of("internal"), Stream.of(path)).toList();
        return new Request(method, segments, new LinkedHashMap<>(), null, "");
    }
}
