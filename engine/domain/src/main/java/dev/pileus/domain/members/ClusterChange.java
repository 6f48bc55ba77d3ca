package dev.pileus.domain.members;

import dev.pileus.api.ApiException;
import dev.pileus.api.ClusterPut;
import dev.pileus.api.MemberConfigKey;
import dev.pileus.domain.config.ListenAddress;
import java.util.List;

/// What `PUT /1.0/cluster` asks for, checked as far as that is possible without looking around
/// (CONTRACT 8.2).
public sealed interface ClusterChange {
    /// The server becomes the first member of a new cluster.
    record Bootstrap(String name) implements ClusterChange {}

    /// The server joins a cluster.
    ///
    /// @param target `host:port` of a member of it
    /// @param certificate PEM of what that member presents
    /// @param address under which others will reach this server
    /// @param secret join token or password; empty when the cluster trusts this server already;
    ///   never log it
    record Join(
            String name,
            String target,
            String certificate,
            ListenAddress address,
            String secret,
            List<MemberConfigKey> memberConfig)
            implements ClusterChange {
        public Join {
            memberConfig = List.copyOf(memberConfig);
        }

        @Override
        public String toString() {
            return "Join[" + name + " at " + target + "]";
        }
    }

    /// The server leaves its cluster and forgets it.
    record Disable() implements ClusterChange {}

    /// Reads the request.
    static ClusterChange of(ClusterPut wanted) {
        var enabled = wanted.enabled();
        if (enabled == null) {
            throw refused("\"enabled\" is required: whether this server shall be clustered");
        }
        if (!enabled) {
            demand(
                    wanted.serverName().isEmpty(),
                    "ServerName must be empty when disabling clustering");
            return new Disable();
        }
        demand(!wanted.serverName().isEmpty(), "ServerName is required when enabling clustering");
        demand(!wanted.serverName().startsWith("@"), "ServerName may not start with \"@\"");
        MemberNames.check(wanted.serverName());
        return wanted.clusterAddress().isEmpty()
                ? new Bootstrap(wanted.serverName())
                : join(wanted);
    }

    private static Join join(ClusterPut wanted) {
        demand(
                !wanted.clusterCertificate().isEmpty(),
                "No target cluster member certificate provided");
        demand(!wanted.serverAddress().isEmpty(), "No server address provided for this member");
        var address =
                ListenAddress.parse(wanted.serverAddress())
                        .orElseThrow(() ->
                                refused(
                                        "Invalid server address \"%s\""
                                                .formatted(wanted.serverAddress())));
        demand(
                !address.isWildcard(),
                "Invalid server address \"%s\": Wildcard addresses aren't allowed"
                        .formatted(wanted.serverAddress()));
        return new Join(
                wanted.serverName(),
                wanted.clusterAddress(),
                wanted.clusterCertificate(),
                address,
                wanted.clusterToken().isEmpty() ? wanted.clusterPassword() : wanted.clusterToken(),
                wanted.memberConfig());
    }

    private static void demand(boolean fine, String complaint) {
        if (!fine) {
            throw refused(complaint);
        }
    }

    private static ApiException refused(String text) {
        return new ApiException(400, text);
    }
}
