package dev.pileus.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.util.encoders.DecoderException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/// Certificates as PEM text: in files such as `servercerts/NAME.crt` and in the API's documents.
public final class PemCertificates {
    private static final String LABEL = "CERTIFICATE";

    private PemCertificates() {}

    /// All certificates of a PEM file, at least one.
    ///
    /// @throws IdentityException if the file cannot be read or holds no certificate
    public static List<X509Certificate> read(Path file) throws IdentityException {
        var text = SmallFile.read(file);
        try {
            return parse(text);
        } catch (CertificateException e) {
            throw new IdentityException.Malformed(file, "holds no PEM certificate", e);
        }
    }

    /// All certificates of a PEM text in their order, at least one. Other blocks are skipped.
    public static List<X509Certificate> parse(String pem) throws CertificateException {
        var certificates = new ArrayList<X509Certificate>();
        try (var reader = new PemReader(new StringReader(pem))) {
            for (var block = reader.readPemObject();
                    block != null;
                    block = reader.readPemObject()) {
                if (block.getType().equals(LABEL)) {
                    certificates.add(decode(block));
                }
            }
        } catch (IOException | DecoderException e) {
            throw new CertificateException("Damaged PEM text", e);
        }
        if (certificates.isEmpty()) {
            throw new CertificateException("No certificate in the PEM text");
        }
        return List.copyOf(certificates);
    }

    /// The PEM text of a chain, one block for each certificate.
    public static String text(List<X509Certificate> chain) {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            for (var certificate : chain) {
                writer.writeObject(certificate);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("A certificate without DER form", e);
        }
        return text.toString();
    }

    private static X509Certificate decode(PemObject block) throws CertificateException {
        var der = new ByteArrayInputStream(block.getContent());
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(der);
    }
}
