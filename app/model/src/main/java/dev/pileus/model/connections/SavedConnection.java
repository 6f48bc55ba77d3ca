package dev.pileus.model.connections;

import dev.pileus.client.Endpoint;
import dev.pileus.trust.Fingerprint;
import java.util.List;
import java.util.Optional;

/// A cluster that the console remembers.
///
/// @param name unique, for people
/// @param endpoints tried in this order; other members are learned after connecting
/// @param pin what every member must present; empty for unix sockets and for servers that an
///   authority of this machine vouches for
/// @param project shown first; `default` when empty
public record SavedConnection(
        String name,
        List<Endpoint> endpoints,
        Optional<Fingerprint> pin,
        IdentityChoice identity,
        String project) {
    public SavedConnection {
        endpoints = List.copyOf(endpoints);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A connection needs a name");
        }
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("A connection needs an address");
        }
    }

    public SavedConnection renamed(String other) {
        return new SavedConnection(other, endpoints, pin, identity, project);
    }

    /// With the certificate that the servers present now.
    public SavedConnection pinned(Fingerprint fingerprint) {
        return new SavedConnection(name, endpoints, Optional.of(fingerprint), identity, project);
    }
}
