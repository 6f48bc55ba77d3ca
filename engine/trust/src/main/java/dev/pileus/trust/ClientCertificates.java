package dev.pileus.trust;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes new client identities: an EC P-384 key and a certificate that it signs itself, the kind
/// the stock clients make. Thread-safe.
public final class ClientCertificates {
    private static final Duration LIFETIME = Duration.ofDays(3652);

    /// A member whose clock is late must accept a new certificate at once.
    private static final Duration CLOCK_DIFFERENCE = Duration.ofHours(1);

    private static final int SERIAL_BITS = 127;

    private final InstantSource time;
    private final SecureRandom random;

    public ClientCertificates(InstantSource time, SecureRandom random) {
        this.time = time;
        this.random = random;
    }

    /// A new key and its certificate, valid for ten years from now.
    ///
    /// @param commonName what people see in trust lists, usually `user@host`
    public ClientIdentity create(String commonName) {
        try {
            var keys = newKeys();
            return new ClientIdentity(List.of(sign(keys, commonName)), keys.getPrivate());
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("This Java runtime cannot make certificates", e);
        }
    }

    private KeyPair newKeys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"), random);
        return generator.generateKeyPair();
    }

    private X509Certificate sign(KeyPair keys, String commonName)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        var name =
                new X500NameBuilder()
                        .addRDN(BCStyle.O, "Pileus")
                        .addRDN(BCStyle.CN, commonName)
                        .build();
        var now = time.instant();
        var certificate =
                new JcaX509v3CertificateBuilder(
                                name,
                                new BigInteger(SERIAL_BITS, random),
                                Date.from(now.minus(CLOCK_DIFFERENCE)),
                                Date.from(now.plus(LIFETIME)),
                                name,
                                keys.getPublic())
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                        .addExtension(
                                Extension.keyUsage,
                                true,
                                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))
                        .addExtension(
                                Extension.extendedKeyUsage,
                                false,
                                new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
        var signer =
                new JcaContentSignerBuilder("SHA384withECDSA")
                        .setSecureRandom(random)
                        .build(keys.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(certificate.build(signer));
    }
}
