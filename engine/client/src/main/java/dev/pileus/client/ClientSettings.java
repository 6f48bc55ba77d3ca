package dev.pileus.client;

import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.ServerTrust;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How to reach one server or cluster, and as whom.
///
/// @param endpoints tried in this order, then members that the client learns of
/// @param trust which certificate an `https` endpoint may present; all members of a cluster present
///   the same one
/// @param identity shown to `https` endpoints; null for an anonymous look
/// @param timeouts for requests that do not ask for others
public record ClientSettings(
        List<Endpoint> endpoints,
        ServerTrust trust,
        @Nullable ClientIdentity identity,
        Timeouts timeouts) {
    public ClientSettings {
        endpoints = List.copyOf(endpoints);
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("A client needs an address");
        }
    }

    /// A server on this machine.
    public static ClientSettings unix(Path socket) {
        return new ClientSettings(
                List.of(new Endpoint.Unix(socket)), ServerTrust.nobody(), null, Timeouts.DEFAULT);
    }

    /// A server or cluster on the network, with the usual time limits.
    public static ClientSettings https(
            List<Endpoint> endpoints, ServerTrust trust, @Nullable ClientIdentity identity) {
        return new ClientSettings(endpoints, trust, identity, Timeouts.DEFAULT);
    }

    public ClientSettings with(Timeouts limits) {
        return new ClientSettings(endpoints, trust, identity, limits);
    }
}
