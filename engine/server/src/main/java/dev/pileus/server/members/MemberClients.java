package dev.pileus.server.members;

import dev.pileus.client.ClientSettings;
import dev.pileus.client.Endpoint;
import dev.pileus.client.ServerApi;
import dev.pileus.client.ServerClient;
import dev.pileus.client.Timeouts;
import dev.pileus.trust.Fingerprint;
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
    private Fingerprint pinned;

    MemberClients(MemberTls tls) {
        this.tls = tls;
        this.pinned = tls.cluster();
        this.client = open(tls, pinned);
    }

    /// The member at an address.
    ServerApi at(String address) {
        return current().only(Endpoint.parse(address)).within(PATIENCE);
    }

    /// Connections of the old kind end when the cluster presents another certificate.
    private synchronized ServerClient current() {
        if (!pinned.equals(tls.cluster())) {
            client.close();
            pinned = tls.cluster();
            client = open(tls, pinned);
        }
        return client;
    }

    private static ServerClient open(MemberTls tls, Fingerprint pinned) {
        return ServerClient.open(
                new ClientSettings(
                        List.of(NOBODY), ServerTrust.pinned(pinned), tls.own(), PATIENCE));
    }

    @Override
    public synchronized void close() {
        client.close();
    }
}
