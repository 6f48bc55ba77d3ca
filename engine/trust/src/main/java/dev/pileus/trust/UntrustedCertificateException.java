package dev.pileus.trust;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A server presented a certificate that the client does not accept. Carries both sides of the
/// comparison, for a person to decide.
public final class UntrustedCertificateException extends CertificateException {
    private final X509Certificate presented;
    private final @Nullable Fingerprint expected;

    UntrustedCertificateException(X509Certificate presented, Fingerprint expected) {
        super("The server presents " + Fingerprint.of(presented) + ", pinned is " + expected);
        this.presented = presented;
        this.expected = expected;
    }

    UntrustedCertificateException(X509Certificate presented, @Nullable Throwable cause) {
        super("The server presents the unknown certificate " + Fingerprint.of(presented), cause);
        this.presented = presented;
        this.expected = null;
    }

    public X509Certificate presented() {
        return presented;
    }

    /// The pinned fingerprint; empty when the server was not pinned.
    public Optional<Fingerprint> expected() {
        return Optional.ofNullable(expected);
    }
}
