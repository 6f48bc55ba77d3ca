package dev.pileus.model.connections;

import dev.pileus.client.Endpoint;
import dev.pileus.client.remotes.StockClient;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a user asks to connect to, as typed.
public sealed interface Target {
    /// A server's address.
    record Address(Endpoint endpoint) implements Target {
        @Override
        public String toString() {
            return endpoint.toString();
        }
    }

    /// The name of a saved connection or of a remote of the stock clients.
    record Name(String name) implements Target {
        @Override
        public String toString() {
            return name;
        }
    }

    /// A remote of one of the stock clients, where both have one of that name.
    record RemoteOf(StockClient client, String name) implements Target {
        @Override
        public String toString() {
            return client.command() + ":" + name;
        }
    }

    Pattern HOST_AND_PORT = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:/\\s]+):\\d+");

    /// Reads `unix:PATH`, `https://HOST[:PORT]`, `HOST:PORT`, a name, `incus:NAME` or `lxc:NAME`. A
    /// colon after a name, as the stock clients write it, does no harm.
    ///
    /// @throws IllegalArgumentException for anything else; the message is for people, in English
    static Target parse(String text) {
        var trimmed = text.strip();
        if (trimmed.startsWith("unix:")
                || trimmed.contains("://")
                || HOST_AND_PORT.matcher(trimmed).matches()) {
            return new Address(Endpoint.parse(trimmed));
        }
        var name = trimmed.endsWith(":") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
        return Stream.of(StockClient.values())
                .filter(client -> name.startsWith(client.command() + ":"))
                .findFirst()
                .<Target>map(client -> new RemoteOf(client, checked(afterColon(name))))
                .orElseGet(() -> new Name(checked(name)));
    }

    private static String afterColon(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static String checked(String name) {
        if (name.isEmpty() || name.contains(":") || name.contains("/") || name.contains(" ")) {
            throw new IllegalArgumentException("Neither an address nor a name: " + name);
        }
        return name;
    }
}
