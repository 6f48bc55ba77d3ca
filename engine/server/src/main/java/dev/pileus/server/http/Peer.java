package dev.pileus.server.http;

import java.security.cert.X509Certificate;
import java.util.Optional;

/// The other end of a connection.
public sealed interface Peer {
    /// The certificate shown in the handshake; the handshake proved that its key is there.
    Optional<X509Certificate> certificate();

    /// Somebody on this host.
    record Local(String username) implements Peer {
        @Override
        public Optional<X509Certificate> certificate() {
            return Optional.empty();
        }
    }

    /// Somebody on the network.
    ///
    /// @param address `host:port`
    record Remote(String address, Optional<X509Certificate> certificate) implements Peer {}
}
