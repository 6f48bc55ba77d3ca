package dev.pileus.server.http.routes;

import java.util.Locale;

/// As which product this server shows itself: each client is spoken to in the dialect that it
/// understands. What the server can do is the same for all.
enum Face {
    INCUS("incus"),
    LXD("lxd"),
    PILEUS("pileus");

    private final String server;

    Face(String server) {
        this.server = server;
    }

    /// @param userAgent such as `LXD 5.0.2 (Linux; x86_64)`
    static Face towards(String userAgent) {
        var client = userAgent.toLowerCase(Locale.ROOT);
        if (client.startsWith("lxd")) {
            return LXD;
        }
        return client.startsWith("pileus") ? PILEUS : INCUS;
    }

    /// For `environment.server`.
    String server() {
        return server;
    }

    /// LXD writes secrets as a yes, Incus' client reads texts only.
    Object secret() {
        return this == LXD ? (Object) true : "true";
    }
}
