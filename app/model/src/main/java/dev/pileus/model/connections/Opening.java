package dev.pileus.model.connections;

import dev.pileus.api.Server;
import dev.pileus.model.store.Trouble;
import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.Fingerprint;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;

/// How far opening a connection came. Whatever is missing is in the hands of the user; with that,
/// try again with the connection in hand, changed where needed.
public sealed interface Opening {
    SavedConnection connection();

    /// Connected and trusted. The receiver closes the cluster connection.
    record Opened(ClusterConnection cluster) implements Opening {
        @Override
        public SavedConnection connection() {
            return cluster.connection();
        }
    }

    /// First contact: a person has to compare the fingerprint. Then open
    /// `connection.pinned(fingerprint)`.
    record CertificateUnknown(SavedConnection connection, X509Certificate presented)
            implements Opening {}

    /// The server presents another certificate than before: it was replaced, or somebody listens
    /// in. Nothing was sent.
    record CertificateChanged(
            SavedConnection connection, Fingerprint pinned, X509Certificate presented)
            implements Opening {}

    /// The server does not trust our certificate yet: a token, a password, or an admin who adds it
    /// there helps.
    ///
    /// @param shown the certificate that it does not trust
    /// @param server what it tells strangers
    record NotTrusted(SavedConnection connection, ClientIdentity shown, Server server)
            implements Opening {
        private static final String ONLY_INCUS = "auth_tls_jwt";
        private static final String NEWER_LXD = "explicit_trust_token";

        /// Whether a trust password may help: LXD up to 5. Servers do not tell strangers what they
        /// are, but what they can do.
        public boolean passwordMayHelp() {
            return !isIncus() && !server.has(NEWER_LXD);
        }

        /// Whether the commands for its admin are those of Incus; else those of LXD.
        public boolean isIncus() {
            return server.has(ONLY_INCUS);
        }
    }

    /// Our key pair cannot be read or made. An [dev.pileus.trust.IdentityException] says more.
    record IdentityUnusable(SavedConnection connection, IOException problem) implements Opening {}

    /// No answer, or not the right one.
    record Failed(SavedConnection connection, Trouble trouble) implements Opening {}

    /// The text is no trust token.
    ///
    /// @param problem in English; never repeats the text
    record TokenUnreadable(SavedConnection connection, String problem) implements Opening {}

    /// The token's time is over; nothing was sent.
    record TokenExpired(SavedConnection connection, Instant since) implements Opening {}

    /// The token was issued by another cluster; it was not sent.
    record TokenOfAnotherServer(
            SavedConnection connection, Fingerprint issuer, Fingerprint presented)
            implements Opening {}

    /// The server does not accept the token or password.
    ///
    /// @param words the server's own
    record SecretRefused(SavedConnection connection, String words) implements Opening {}
}
