package dev.pileus.trust;

import java.security.cert.X509Certificate;

/// Accepts the one certificate with the pinned fingerprint.
final class PinnedTrustManager extends ServerCertificateCheck {
    private final Fingerprint pinned;

    PinnedTrustManager(Fingerprint pinned) {
        this.pinned = pinned;
    }

    @Override
    void check(X509Certificate[] chain, String authType) throws UntrustedCertificateException {
        if (!Fingerprint.of(chain[0]).equals(pinned)) {
            throw new UntrustedCertificateException(chain[0], pinned);
        }
    }
}
