package dev.pileus.domain.certificates;

import dev.pileus.api.ApiException;
import dev.pileus.trust.PemCertificates;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/// Certificates as clients send them.
final class Material {
    private Material() {}

    /// Reads PEM, or base64 of the DER form.
    ///
    /// @throws ApiException 400 if it is neither
    static X509Certificate read(String text) {
        try {
            return text.contains("-----BEGIN")
                    ? PemCertificates.parse(text).getFirst()
                    : decode(Base64.getMimeDecoder().decode(strictly(text)));
        } catch (CertificateException e) {
            throw new ApiException(400, "Invalid certificate material: it is no certificate");
        }
    }

    static String pem(X509Certificate certificate) {
        return PemCertificates.text(List.of(certificate));
    }

    /// The decoder itself skips what it does not know.
    private static String strictly(String text) {
        var packed = text.replaceAll("[\\r\\n]", "");
        for (var i = 0; i < packed.length(); i++) {
            if ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
                            .indexOf(packed.charAt(i))
                    < 0) {
                throw new ApiException(400, "illegal base64 data at input byte " + i);
            }
        }
        if (packed.length() % 4 != 0) {
            throw new ApiException(400, "illegal base64 data at input byte " + packed.length());
        }
        return packed;
    }

    private static X509Certificate decode(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }
}
