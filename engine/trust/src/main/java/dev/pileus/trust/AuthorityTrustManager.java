package dev.pileus.trust;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Accepts what the authorities in a key store vouch for; a refusal carries what was presented.
final class AuthorityTrustManager extends ServerCertificateCheck {
    private final X509TrustManager authorities;

    private AuthorityTrustManager(X509TrustManager authorities) {
        this.authorities = authorities;
    }

    static AuthorityTrustManager ofThisMachine() {
        return of(null);
    }

    /// @param store null means the authorities that the Java runtime knows
    static AuthorityTrustManager of(@Nullable KeyStore store) {
        try {
            var factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .map(AuthorityTrustManager::new)
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no trust manager", e);
        }
    }

    @Override
    void check(X509Certificate[] chain, String authType) throws UntrustedCertificateException {
        try {
            authorities.checkServerTrusted(chain, authType);
        } catch (CertificateException e) {
            throw new UntrustedCertificateException(chain[0], e);
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.getAcceptedIssuers();
    }
}
