package dev.pileus.server;

import dev.pileus.domain.caller.Caller;
import dev.pileus.domain.caller.Trust;
import dev.pileus.domain.certificates.TrustStore;
import dev.pileus.server.http.Authentication;
import dev.pileus.server.http.Peer;
import dev.pileus.trust.Fingerprint;
import java.security.cert.X509Certificate;

/// Trusts this host's socket, and certificates as far as the trust store does.
record Authenticator(TrustStore trust) implements Authentication {
    @Override
    public Caller identify(Peer peer) {
        return switch (peer) {
            case Peer.Local(var username) -> Caller.local(username);
            case Peer.Remote(var address, var certificate) ->
                    certificate
                            .map(shown -> identify(address, shown))
                            .orElseGet(() -> Caller.stranger(address));
        };
    }

    private Caller identify(String address, X509Certificate shown) {
        var fingerprint = Fingerprint.of(shown).hex();
        return switch (trust.trust(shown)) {
            case Trust.None none -> Caller.stranger(address);
            case Trust.Member member -> new Caller(fingerprint, "cluster", address, member);
            case Trust client -> new Caller(fingerprint, "tls", address, client);
        };
    }
}
