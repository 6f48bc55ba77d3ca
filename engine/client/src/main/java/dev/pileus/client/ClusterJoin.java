package dev.pileus.client;

import dev.pileus.api.MemberConfigKey;
import java.util.List;

/// What a server needs to know to join a cluster (CONTRACT 8.2, 8.3).
///
/// @param memberName as in the token
/// @param serverAddress `host:port` under which the others will reach it; no wildcard
/// @param clusterAddress `host:port` of a member of the cluster
/// @param clusterCertificate PEM of the certificate that the cluster presents, compared with the
///   token's fingerprint
/// @param secret the join token, or the trust password of an LXD up to 5; never log it
/// @param memberConfig the keys of [dev.pileus.api.Cluster] with values
public record ClusterJoin(
        String memberName,
        String serverAddress,
        String clusterAddress,
        String clusterCertificate,
        String secret,
        List<MemberConfigKey> memberConfig) {
    public ClusterJoin {
        memberConfig = List.copyOf(memberConfig);
    }

    @Override
    public String toString() {
        return "ClusterJoin[" + memberName + " at " + serverAddress + "]";
    }
}
