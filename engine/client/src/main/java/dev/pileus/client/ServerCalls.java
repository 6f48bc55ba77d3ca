package dev.pileus.client;

import dev.pileus.api.Resources;
import dev.pileus.api.Server;

/// `/1.0`: what a server is and how it is configured.
public final class ServerCalls {
    private final Calls calls;

    ServerCalls(Calls calls) {
        this.calls = calls;
    }

    /// The server document; works for untrusted clients as well and then says so.
    public Server get() {
        return calls.send(Request.root("GET")).as(Server.class);
    }

    /// What one member says, its local configuration included; the member must be alive.
    public Versioned<Server> get(String member) {
        return calls.send(Request.root("GET").query("target", member)).versioned(Server.class);
    }

    /// The hardware of a member; empty for the answering one.
    public Resources resources(String member) {
        return calls.send(Request.of("GET", "resources").query("target", member))
                .as(Resources.class);
    }
}
