package dev.pileus.server.members;

import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.Fingerprint;
import dev.pileus.trust.ServerTrust;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// How this member meets others: it shows its own certificate, and expects the one that all members
/// of the cluster present. Thread-safe.
final class MemberTls {
    private final ClientIdentity own;
    private volatile Set<Fingerprint> accepted;
    private volatile SSLContext context;

    MemberTls(ClientIdentity own, Fingerprint cluster) {
        this.own = own;
        this.accepted = Set.of(cluster);
        this.context = context(own, accepted);
    }

    /// The cluster presents this certificate and no other from now on.
    void expect(Fingerprint certificate) {
        change(Set.of(certificate));
    }

    /// The cluster may present this certificate as well.
    void accept(Fingerprint certificate) {
        var more = new HashSet<>(accepted);
        more.add(certificate);
        change(more);
    }

    private void change(Set<Fingerprint> certificates) {
        context = context(own, certificates);
        accepted = Set.copyOf(certificates);
    }

    ClientIdentity own() {
        return own;
    }

    /// What members may present.
    ServerTrust trust() {
        return new ServerTrust.PinnedSet(accepted);
    }

    SSLContext context() {
        return context;
    }

    private static SSLContext context(ClientIdentity own, Set<Fingerprint> accepted) {
        try {
            var trust = new ServerTrust.PinnedSet(accepted).trustManager();
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(new KeyManager[] {own.keyManager()}, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no TLS 1.3", e);
        }
    }
}
