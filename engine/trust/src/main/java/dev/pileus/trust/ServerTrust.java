package dev.pileus.trust;

import java.util.Set;
import javax.net.ssl.X509TrustManager;

/// Which certificates of a server a client accepts. Whatever is refused arrives as an
/// [UntrustedCertificateException] with the certificate that was presented.
public sealed interface ServerTrust {
    /// Exactly one certificate, whatever its dates, names and issuer say: the usual way, because
    /// all members of a cluster present the same self-signed certificate.
    record Pinned(Fingerprint fingerprint) implements ServerTrust {
        @Override
        public X509TrustManager trustManager() {
            return new PinnedTrustManager(fingerprint);
        }
    }

    /// Each of several certificates: while a cluster changes its own.
    record PinnedSet(Set<Fingerprint> fingerprints) implements ServerTrust {
        public PinnedSet {
            fingerprints = Set.copyOf(fingerprints);
        }

        @Override
        public X509TrustManager trustManager() {
            return new PinnedSetTrustManager(fingerprints);
        }
    }

    /// Certificates that an authority of this machine vouches for. The client must also compare the
    /// host name.
    record Authorities() implements ServerTrust {
        @Override
        public X509TrustManager trustManager() {
            return AuthorityTrustManager.ofThisMachine();
        }
    }

    /// None: the handshake always fails, and so tells what a server presents before anything is
    /// sent.
    record Nobody() implements ServerTrust {
        @Override
        public X509TrustManager trustManager() {
            return new NobodyTrustManager();
        }
    }

    static ServerTrust pinned(Fingerprint fingerprint) {
        return new Pinned(fingerprint);
    }

    static ServerTrust authorities() {
        return new Authorities();
    }

    static ServerTrust nobody() {
        return new Nobody();
    }

    /// A manager that applies this rule. Thread-safe.
    X509TrustManager trustManager();
}
