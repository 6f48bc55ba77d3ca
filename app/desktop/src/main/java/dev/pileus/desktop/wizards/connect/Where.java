package dev.pileus.desktop.wizards.connect;

import dev.pileus.client.Endpoint;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.model.connections.SavedConnection;
import java.util.List;
import java.util.stream.Collectors;

/// Where a server is, as people say it.
final class Where {
    private Where() {}

    /// `10.0.1.11:8443`, or the path of a socket.
    static String of(Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.Https https -> https.toString().substring("https://".length());
            case Endpoint.Unix(var socket) -> socket.toString();
        };
    }

    static String first(SavedConnection connection) {
        return of(connection.endpoints().getFirst());
    }

    /// All addresses.
    static String all(SavedConnection connection) {
        return connection.endpoints().stream().map(Where::of).collect(Collectors.joining(", "));
    }

    /// The first address, and how many more there are.
    static Phrase brief(List<Endpoint> endpoints) {
        var first = of(endpoints.getFirst());
        return endpoints.size() == 1
                ? Phrase.verbatim(first)
                : Phrase.of("connect.where.more", first, endpoints.size() - 1);
    }
}
