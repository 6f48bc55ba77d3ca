package dev.pileus.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Body of `PUT /1.0/cluster`: bootstraps, joins or leaves (CONTRACT 8.2).
///
/// @param enabled false leaves; null when the request does not say, which must not count as leaving
/// @param clusterAddress of a member of the cluster to join; empty to begin a new one
/// @param clusterCertificate PEM of what that member presents
/// @param serverAddress under which others will reach this server
/// @param clusterToken never log it
/// @param clusterPassword what LXD up to 5.0 sends instead; never log it
public record ClusterPut(
        String serverName,
        @Nullable Boolean enabled,
        List<MemberConfigKey> memberConfig,
        String clusterAddress,
        String clusterCertificate,
        String serverAddress,
        String clusterToken,
        String clusterPassword) {
    public ClusterPut {
        serverName = Absent.text(serverName);
        memberConfig = Absent.list(memberConfig);
        clusterAddress = Absent.text(clusterAddress);
        clusterCertificate = Absent.text(clusterCertificate);
        serverAddress = Absent.text(serverAddress);
        clusterToken = Absent.text(clusterToken);
        clusterPassword = Absent.text(clusterPassword);
    }

    @Override
    public String toString() {
        return "ClusterPut[" + serverName + ", enabled=" + enabled + "]";
    }
}
