package dev.pileus.trust;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.X509ExtendedKeyManager;

/// What a client shows a server: its certificate, with intermediate ones if there are any, and the
/// private key that belongs to the first. Immutable; never prints the key.
///
/// Files with such a pair are read by [IdentityFiles].
public record ClientIdentity(List<X509Certificate> chain, PrivateKey key) {
    /// Checks that the parts belong together.
    ///
    /// @throws IllegalArgumentException if the chain is empty or the key belongs to another
    ///   certificate
    public ClientIdentity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("A client identity needs a certificate");
        }
        if (!belongTogether(chain.getFirst().getPublicKey(), key)) {
            throw new IllegalArgumentException(
                    "The private key does not belong to the certificate");
        }
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(certificate());
    }

    /// Offers this identity to every server that asks for one. Thread-safe.
    public X509ExtendedKeyManager keyManager() {
        return new IdentityKeyManager(this);
    }

    @Override
    public String toString() {
        return "ClientIdentity[" + fingerprint().shortForm() + "]";
    }

    private static boolean belongTogether(PublicKey publicKey, PrivateKey privateKey) {
        var probe = new byte[] {'p', 'i', 'l', 'e', 'u', 's'};
        try {
            var signature = Signature.getInstance(signatureAlgorithm(publicKey));
            signature.initSign(privateKey);
            signature.update(probe);
            var signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String signatureAlgorithm(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> key.getAlgorithm();
        };
    }
}
