package dev.pileus.trust;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// An EC P-384 key and the certificate that it signs itself, valid for ten years.
///
/// @param usages what the certificate may be shown for
/// @param names further names of the owner, none for clients
record SelfSigned(String commonName, List<KeyPurposeId> usages, List<GeneralName> names) {
    private static final Duration LIFETIME = Duration.ofDays(3652);

    /// A member whose clock is late must accept a new certificate at once.
    private static final Duration CLOCK_DIFFERENCE = Duration.ofHours(1);

    private static final int SERIAL_BITS = 127;

    ClientIdentity create(Instant now, SecureRandom random) {
        try {
            var keys = newKeys(random);
            return new ClientIdentity(List.of(sign(keys, now, random)), keys.getPrivate());
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("This Java runtime cannot make certificates", e);
        }
    }

    private static KeyPair newKeys(SecureRandom random) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"), random);
        return generator.generateKeyPair();
    }

    private X509Certificate sign(KeyPair keys, Instant now, SecureRandom random)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        var subject =
                new X500NameBuilder()
                        .addRDN(BCStyle.O, "Pileus")
                        .addRDN(BCStyle.CN, commonName)
                        .build();
        var certificate =
                new JcaX509v3CertificateBuilder(
                        subject,
                        new BigInteger(SERIAL_BITS, random),
                        Date.from(now.minus(CLOCK_DIFFERENCE)),
                        Date.from(now.plus(LIFETIME)),
                        subject,
                        keys.getPublic());
        addExtensions(certificate);
        var signer =
                new JcaContentSignerBuilder("SHA384withECDSA")
                        .setSecureRandom(random)
                        .build(keys.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(certificate.build(signer));
    }

    private void addExtensions(JcaX509v3CertificateBuilder certificate) throws CertIOException {
        certificate
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(
                        Extension.keyUsage,
                        true,
                        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))
                .addExtension(
                        Extension.extendedKeyUsage,
                        false,
                        new ExtendedKeyUsage(usages.toArray(KeyPurposeId[]::new)));
        if (!names.isEmpty()) {
            certificate.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(names.toArray(GeneralName[]::new)));
        }
    }
}
