package dev.pileus.desktop.cluster;

import dev.pileus.model.store.ClusterImage;
import dev.pileus.trust.PemCertificates;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/// The certificate that the members present.
public final class ClusterCertificate {
    private ClusterCertificate() {}

    /// Until when it is good; empty where the server does not show it.
    public static Optional<Instant> expiry(ClusterImage image) {
        return expiry(image.server().environment().certificate());
    }

    /// Until when a certificate is good.
    ///
    /// @param pem may be empty
    public static Optional<Instant> expiry(String pem) {
        if (pem.isBlank()) {
            return Optional.empty();
        }
        try {
            return PemCertificates.parse(pem).stream()
                    .findFirst()
                    .map(X509Certificate::getNotAfter)
                    .map(date -> date.toInstant());
        } catch (CertificateException unreadable) {
            return Optional.empty();
        }
    }
}
