package dev.pileus.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/// Where a server listens. Its text is the form that [#parse] reads.
public sealed interface Endpoint {
    int DEFAULT_PORT = 8443;

    /// A unix socket on this machine; whoever may open it is fully trusted.
    record Unix(Path socket) implements Endpoint {
        @Override
        public String toString() {
            return "unix:" + socket;
        }
    }

    /// A network address.
    ///
    /// @param host a name or an address, IPv6 without brackets; lower case
    record Https(String host, int port) implements Endpoint {
        private static final int HIGHEST_PORT = 65_535;

        public Https {
            host = withoutBrackets(host).toLowerCase(Locale.ROOT);
            if (host.isEmpty()) {
                throw new IllegalArgumentException("An address needs a host");
            }
            if (port < 1 || port > HIGHEST_PORT) {
                throw new IllegalArgumentException("No TCP port: " + port);
            }
        }

        @Override
        public String toString() {
            return "https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }

        private static String withoutBrackets(String host) {
            return host.startsWith("[") && host.endsWith("]")
                    ? host.substring(1, host.length() - 1)
                    : host;
        }
    }

    /// Reads `unix:PATH`, `unix://PATH`, `https://HOST[:PORT]` and, as tokens and `addresses` write
    /// it, `HOST[:PORT]`. The port is 8443 unless given; IPv6 addresses stand in brackets.
    ///
    /// @throws IllegalArgumentException for anything else; the message is for people, in English
    static Endpoint parse(String text) {
        var trimmed = text.strip();
        if (trimmed.startsWith("unix:")) {
            return unix(trimmed.substring("unix:".length()));
        }
        var scheme = trimmed.indexOf("://");
        if (scheme >= 0 && !trimmed.substring(0, scheme).equalsIgnoreCase("https")) {
            throw new IllegalArgumentException("Neither https:// nor unix: " + trimmed);
        }
        return https(scheme >= 0 ? trimmed : "https://" + trimmed);
    }

    private static Endpoint unix(String path) {
        var plain = path.startsWith("//") ? path.substring(2) : path;
        if (plain.isEmpty()) {
            throw new IllegalArgumentException("A unix: address needs the path of a socket");
        }
        try {
            return new Unix(Path.of(plain));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("Not the path of a socket: " + plain, e);
        }
    }

    private static Endpoint https(String text) {
        try {
            var uri = new URI(text).parseServerAuthority();
            if (uri.getHost() == null || uri.getUserInfo() != null) {
                throw new IllegalArgumentException("Not an https:// address: " + text);
            }
            return new Https(uri.getHost(), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not an https:// address: " + text, e);
        }
    }
}
