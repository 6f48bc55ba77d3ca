package dev.pileus.server.members;

import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.Fingerprint;
import dev.pileus.trust.ServerTrust;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// How this member meets others: it shows its own certificate, and expects the one that all members
/// of the cluster present. Thread-safe.
final class MemberTls {
    private final ClientIdentity own;
    private volatile Fingerprint cluster;
    private volatile SSLContext context;

    MemberTls(ClientIdentity own, Fingerprint cluster) {
        this.own = own;
        this.cluster = cluster;
        this.context = context(own, cluster);
    }

    /// The cluster presents another certificate from now on.
    void expect(Fingerprint certificate) {
        context = context(own, certificate);
        cluster = certificate;
    }

    ClientIdentity own() {
        return own;
    }

    Fingerprint cluster() {
        return cluster;
    }

    SSLContext context() {
        return context;
    }

    private static SSLContext context(ClientIdentity own, Fingerprint expected) {
        try {
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(
                    new KeyManager[] {own.keyManager()},
                    new TrustManager[] {ServerTrust.pinned(expected).trustManager()},
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no TLS 1.3", e);
        }
    }
}
