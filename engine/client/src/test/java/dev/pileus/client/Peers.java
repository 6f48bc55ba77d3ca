package dev.pileus.client;

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
import java.time.InstantSource;
import java.util.List;

/// Ways into a real cluster.
final class Peers {
    private Peers() {}

    static ServerClient overSocket(RealCluster cluster, String member) {
        return ServerClient.open(ClientSettings.unix(cluster.socket(member)));
    }

    /// A client with a certificate that the cluster trusts.
    static ServerClient trusted(RealCluster cluster, String... members) {
        return ServerClient.open(settings(cluster, trustedIdentity(cluster), members));
    }

    static ClientSettings settings(
            RealCluster cluster, ClientIdentity identity, String... members) {
        return ClientSettings.https(endpoints(cluster, members), pin(cluster), identity);
    }

    static ServerTrust pin(RealCluster cluster) {
        return ServerTrust.pinned(Fingerprint.parse(cluster.fingerprint()));
    }

    static List<Endpoint> endpoints(RealCluster cluster, String... members) {
        return List.of(members).stream().map(name -> endpoint(cluster, name)).toList();
    }

    static Endpoint endpoint(RealCluster cluster, String member) {
        return Endpoint.parse(cluster.member(member).address().toString());
    }

    static ClientIdentity stranger() {
        return new ClientCertificates(InstantSource.system(), new SecureRandom()).create("test");
    }

    static ClientIdentity trustedIdentity(RealCluster cluster) {
        var identity = stranger();
        try {
            var file = Files.createTempFile(cluster.root(), "client", ".crt");
            Files.writeString(file, PemCertificates.text(identity.chain()));
            addCertificate(cluster, file.toString());
            return identity;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addCertificate(RealCluster cluster, String file) {
        var lxd = cluster instanceof LxdCluster;
        cluster.client("config", "trust", lxd ? "add" : "add-certificate", file);
    }
}
