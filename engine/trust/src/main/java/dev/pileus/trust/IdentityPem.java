package dev.pileus.trust;

import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;

/// An identity as two PEM texts: how it travels. Never prints the key.
public record IdentityPem(String certificate, String key) {
    public static IdentityPem of(ClientIdentity identity) {
        return new IdentityPem(
                PemCertificates.text(identity.chain()), PrivateKeyFile.text(identity.key()));
    }

    /// Reads both and checks that they belong together.
    ///
    /// @throws IllegalArgumentException if one of them is damaged, or they do not; the message says
    ///   which, and nothing of what is in them
    public ClientIdentity identity() {
        return new ClientIdentity(chain(), privateKey());
    }

    /// The key.
    ///
    /// @throws IllegalArgumentException if it is no private key
    public PrivateKey privateKey() {
        return PrivateKeyFile.parse(key);
    }

    /// The certificate and those above it.
    ///
    /// @throws IllegalArgumentException if it is no certificate
    public List<X509Certificate> chain() {
        try {
            return PemCertificates.parse(certificate);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("The certificate is no PEM certificate", e);
        }
    }

    @Override
    public String toString() {
        return "IdentityPem[]";
    }
}
