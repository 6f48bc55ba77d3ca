package dev.pileus.model.store;

import static org.awaitility.Awaitility.await;

import dev.pileus.api.Operation;
import dev.pileus.client.ClientSettings;
import dev.pileus.client.Endpoint;
import dev.pileus.client.ServerApi;
import dev.pileus.client.ServerClient;
import dev.pileus.testkit.LxdCluster;
import dev.pileus.testkit.RealCluster;
import dev.pileus.trust.ClientCertificates;
import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.Fingerprint;
import dev.pileus.trust.PemCertificates;
import dev.pileus.trust.ServerTrust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Ways into a real cluster.
public final class Peers {
    private Peers() {}

    public static ServerClient overSocket(RealCluster cluster, String member) {
        return ServerClient.open(ClientSettings.unix(cluster.socket(member)));
    }

    /// A client that the cluster trusts and that knows the address of one member only.
    public static ServerClient overHttps(RealCluster cluster, String member) {
        var identity =
                new ClientCertificates(InstantSource.system(), new SecureRandom()).create("test");
        trust(cluster, identity);
        var endpoint = Endpoint.parse(cluster.member(member).address().toString());
        var pin = ServerTrust.pinned(Fingerprint.parse(cluster.fingerprint()));
        return ServerClient.open(ClientSettings.https(List.of(endpoint), pin, identity));
    }

    /// Waits until nothing that was done before counts any more: servers list an operation for five
    /// seconds after its end, and weigh instances that were created in that time twice.
    public static void awaitQuiet(ServerApi server) {
        await("the end of earlier operations")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        server.operations().list().stream()
                                .allMatch(
                                        one -> one.operationClass().equals(Operation.CLASS_TOKEN)));
    }

    private static void trust(RealCluster cluster, ClientIdentity identity) {
        try {
            var file = Files.createTempFile(cluster.root(), "client", ".crt");
            Files.writeString(file, PemCertificates.text(identity.chain()));
            var verb = cluster instanceof LxdCluster ? "add" : "add-certificate";
            cluster.client("config", "trust", verb, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
