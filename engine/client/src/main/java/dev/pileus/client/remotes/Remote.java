package dev.pileus.client.remotes;

import dev.pileus.client.ClientSettings;
import dev.pileus.client.Endpoint;
import dev.pileus.trust.Fingerprint;
import dev.pileus.trust.IdentityException;
import dev.pileus.trust.IdentityFiles;
import dev.pileus.trust.ServerTrust;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/// A server or cluster that a stock client knows.
///
/// @param endpoints where to try, in this order; never empty
/// @param project the one that the stock client uses there; empty for its default
/// @param pinned what the server must present; empty when only an authority can vouch for it
/// @param identity the key pair that the stock client shows there, not read yet; empty for sockets
///   and when there is none
/// @param isDefault whether the stock client uses it when no remote is named
/// @param source the file that says so; for a found socket the socket itself
public record Remote(
        String name,
        StockClient client,
        List<Endpoint> endpoints,
        String project,
        Authentication authentication,
        Optional<X509Certificate> pinned,
        Optional<IdentityFiles> identity,
        boolean isDefault,
        Path source) {
    public Remote {
        endpoints = List.copyOf(endpoints);
    }

    /// How the stock client proves who it is.
    public enum Authentication {
        /// By a client certificate, or by being allowed to open the socket.
        CERTIFICATE,
        /// By OIDC or an older single sign-on, which this client cannot do.
        SINGLE_SIGN_ON
    }

    /// How to connect as the stock client does.
    ///
    /// @throws IdentityException when the key pair cannot be used, e.g. for want of a passphrase
    public ClientSettings settings() throws IdentityException {
        var trust =
                pinned.map(Fingerprint::of)
                        .map(ServerTrust::pinned)
                        .orElseGet(ServerTrust::authorities);
        return ClientSettings.https(
                endpoints, trust, identity.isPresent() ? identity.get().load() : null);
    }
}
