package dev.pileus.server.members;

import dev.pileus.client.ClientSettings;
import dev.pileus.client.Endpoint;
import dev.pileus.client.ServerApi;
import dev.pileus.client.ServerClient;
import dev.pileus.client.Timeouts;
import dev.pileus.trust.ServerTrust;
import java.time.Duration;
import java.util.List;

/// Calls to other members over HTTP, through one pool of connections. Thread-safe.
final class MemberClients implements AutoCloseable {
    private static final Timeouts PATIENCE =
            new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30));
    private static final Endpoint NOBODY = new Endpoint.Https("localhost", 1);

    private final MemberTls tls;
    private ServerClient client;
    private ServerTrust trust;

    MemberClients(MemberTls tls) {
        this.tls = tls;
        this.trust = tls.trust();
        this.client = open(tls, trust);
    }

    /// The member at an address.
    ServerApi at(String address) {
        return current().only(Endpoint.parse(address)).within(PATIENCE);
    }

    /// Connections of the old kind end when the cluster presents another certificate.
    private synchronized ServerClient current() {
        var now = tls.trust();
        if (!trust.equals(now)) {
            client.close();
            trust = now;
            client = open(tls, trust);
        }
        return client;
    }

    private static ServerClient open(MemberTls tls, ServerTrust trust) {
        return ServerClient.open(new ClientSettings(List.of(NOBODY), trust, tls.own(), PATIENCE));
    }

    @Override
    public synchronized void close() {
        client.close();
    }
}
