package dev.pileus.desktop.wizards.connect;

import dev.pileus.client.Endpoint;
import dev.pileus.model.connections.ClusterConnection;
import dev.pileus.model.connections.ConnectionBook;
import dev.pileus.model.connections.SavedConnection;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What connections are called: each name once.
final class Names {
    private static final String NAMELESS = "local";

    private final ConnectionBook book;

    Names(ConnectionBook book) {
        this.book = book;
    }

    /// A free name close to the obvious one; the saved one for a cluster that was saved before.
    String proposed(ClusterConnection cluster) {
        var connection = cluster.connection();
        var obvious = obvious(cluster);
        return Stream.concat(
                        Stream.of(obvious),
                        IntStream.iterate(2, number -> number + 1)
                                .mapToObj(number -> obvious + "-" + number))
                .filter(name -> takenBy(name, connection).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /// Another cluster that has this name.
    Optional<SavedConnection> takenBy(String name, SavedConnection connection) {
        return book.named(name.strip())
                .filter(other -> Collections.disjoint(other.endpoints(), connection.endpoints()));
    }

    /// Whether a connection has only the name that its socket gives it.
    static boolean isPath(String name) {
        return name.startsWith("unix:");
    }

    static String obvious(ClusterConnection cluster) {
        if (!(cluster.connection().endpoints().getFirst() instanceof Endpoint.Unix)
                || !isPath(cluster.connection().name())) {
            return cluster.connection().name();
        }
        var server = cluster.server().environment().serverName();
        return server.isBlank() ? NAMELESS : server;
    }
}
