package dev.pileus.server.members;

import dev.pileus.api.ApiException;
import dev.pileus.client.ClientException;
import dev.pileus.client.ClientSettings;
import dev.pileus.client.Endpoint;
import dev.pileus.client.Failure;
import dev.pileus.client.ServerClient;
import dev.pileus.domain.members.ClusterChange;
import dev.pileus.domain.members.JoinRequest;
import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.Fingerprint;
import dev.pileus.trust.PemCertificates;
import dev.pileus.trust.ServerTrust;
import java.security.cert.CertificateException;
import java.util.List;

/// The cluster that a server wants to join, through the member that it was told to ask. Failures
/// are told in the words of CONTRACT 8.3.
final class TargetCluster implements AutoCloseable {
    private final ClusterChange.Join join;
    private final ServerClient client;

    private TargetCluster(ClusterChange.Join join, ServerClient client) {
        this.join = join;
        this.client = client;
    }

    static TargetCluster of(ClusterChange.Join join, ClientIdentity own) {
        try {
            var certificate = PemCertificates.parse(join.certificate()).getFirst();
            var settings =
                    ClientSettings.https(
                            List.of(Endpoint.parse(join.target())),
                            ServerTrust.pinned(Fingerprint.of(certificate)),
                            own);
            return new TargetCluster(join, ServerClient.open(settings));
        } catch (CertificateException e) {
            throw unreachable(join, "Invalid remote certificate");
        } catch (IllegalArgumentException e) {
            throw unreachable(join, String.valueOf(e.getMessage()));
        }
    }

    /// Has this server's certificate trusted, by token or password; without either it must be
    /// already.
    void trust() {
        try {
            if (client.server().get().isTrusted()) {
                return;
            }
            if (join.secret().isEmpty()) {
                throw new ApiException(
                        403,
                        "Failed to update cluster trust: Failed getting existing certificate: not authorized");
            }
            client.certificates().addMember(join.name(), join.address().text(), join.secret());
        } catch (ClientException e) {
            throw refused(
                    e, "Failed to setup cluster trust: Failed to add server cert to cluster: ");
        }
    }

    /// Has a place kept.
    JoinDocument reserve(JoinRequest request) {
        try {
            return client.internal().post(request, JoinDocument.class, "join");
        } catch (ClientException e) {
            throw refused(e, "");
        }
    }

    /// Gives place and trust back; there may be none.
    void giveUp() {
        client.internal().delete("join", join.name());
    }

    private ApiException refused(ClientException problem, String prefix) {
        return switch (problem.failure()) {
            case Failure.Refused(var status, var text) -> new ApiException(status, prefix + text);
            case Failure.NotTrusted(var text) -> new ApiException(403, prefix + text);
            default -> unreachable(join, String.valueOf(problem.getMessage()));
        };
    }

    private static ApiException unreachable(ClusterChange.Join join, String why) {
        return new ApiException(
                500,
                "Failed to setup cluster trust: Failed to connect to target cluster node \"%s\": %s"
                        .formatted(join.target(), why));
    }

    @Override
    public void close() {
        client.close();
    }
}
