package dev.pileus.model.connections;

import dev.pileus.client.Endpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The saved connections, in `connections.json` of the console's configuration directory. The file
/// is read again before each change, so that two consoles do not undo each other. Thread-safe.
public final class ConnectionBook {
    private static final String CONNECTIONS = "connections";

    private final ConnectionFile file;
    private List<SavedConnection> connections = List.of();
    private Optional<Path> setAside = Optional.empty();

    private ConnectionBook(ConnectionFile file) {
        this.file = file;
    }

    /// Reads the book of a directory, which need not exist.
    public static ConnectionBook in(Path directory) throws IOException {
        var book = new ConnectionBook(new ConnectionFile(directory.resolve("connections.json")));
        book.load();
        return book;
    }

    /// Where a damaged file was put, if there was one since the book was opened: the user must know
    /// that the connections in it are missing here.
    public synchronized Optional<Path> setAside() {
        return setAside;
    }

    public synchronized List<SavedConnection> connections() {
        return connections;
    }

    public synchronized Optional<SavedConnection> named(String name) {
        return connections.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// The first connection that was saved with this address.
    public synchronized Optional<SavedConnection> at(Endpoint endpoint) {
        return connections.stream().filter(each -> each.endpoints().contains(endpoint)).findFirst();
    }

    /// Adds a connection, or replaces the one with its name.
    public synchronized void save(SavedConnection connection) throws IOException {
        var document = load();
        ConnectionEntry.write(connection, entry(document, connection.name()));
        write(document);
    }

    /// Renames a connection, which keeps its place; one that is gone stays gone.
    ///
    /// @throws IllegalArgumentException if another connection has that name
    public synchronized void rename(String name, String other) throws IOException {
        var document = load();
        if (named(other).isPresent()) {
            throw new IllegalArgumentException("There is a connection " + other + " already");
        }
        if (named(name).isPresent()) {
            ConnectionEntry.rename(entry(document, name), other);
            write(document);
        }
    }

    public synchronized void remove(String name) throws IOException {
        var document = load();
        if (document.get(CONNECTIONS) instanceof ArrayNode entries) {
            entries.removeIf(entry -> ConnectionEntry.name(entry).equals(name));
        }
        write(document);
    }

    private ObjectNode load() throws IOException {
        var content = file.read();
        setAside = content.setAside().or(() -> setAside);
        connections = read(content.document());
        return content.document();
    }

    private void write(ObjectNode document) throws IOException {
        file.write(document);
        connections = read(document);
    }

    private static List<SavedConnection> read(ObjectNode document) {
        return document.path(CONNECTIONS)
                .valueStream()
                .flatMap(entry -> ConnectionEntry.read(entry).stream())
                .toList();
    }

    private static ObjectNode entry(ObjectNode document, String name) {
        var entries =
                document.get(CONNECTIONS) instanceof ArrayNode present
                        ? present
                        : document.putArray(CONNECTIONS);
        for (JsonNode entry : entries) {
            if (entry instanceof ObjectNode known && ConnectionEntry.name(known).equals(name)) {
                return known;
            }
        }
        return entries.addObject();
    }
}
