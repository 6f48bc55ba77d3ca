package dev.pileus.trust;

import java.security.cert.X509Certificate;

/// Accepts nothing; its refusal carries what was presented.
final class NobodyTrustManager extends ServerCertificateCheck {
    @Override
    void check(X509Certificate[] chain, String authType) throws UntrustedCertificateException {
        throw new UntrustedCertificateException(chain[0], (Throwable) null);
    }
}
