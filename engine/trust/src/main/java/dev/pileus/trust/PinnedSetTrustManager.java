package dev.pileus.trust;

import java.security.cert.X509Certificate;
import java.util.Set;

/// Accepts each of several certificates: while a cluster changes its own, members may present the
/// old one or the new.
final class PinnedSetTrustManager extends ServerCertificateCheck {
    private final Set<Fingerprint> pinned;

    PinnedSetTrustManager(Set<Fingerprint> pinned) {
        this.pinned = Set.copyOf(pinned);
    }

    @Override
    void check(X509Certificate[] chain, String authType) throws UntrustedCertificateException {
        if (!pinned.contains(Fingerprint.of(chain[0]))) {
            throw new UntrustedCertificateException(chain[0], pinned.iterator().next());
        }
    }
}
