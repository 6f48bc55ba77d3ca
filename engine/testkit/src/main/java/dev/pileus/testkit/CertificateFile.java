package dev.pileus.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/// A PEM file of a daemon.
record CertificateFile(Path file) {
    X509Certificate read() {
        try (var pem = Files.newInputStream(file)) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(pem);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        } catch (CertificateException e) {
            throw new IllegalStateException("No certificate in " + file, e);
        }
    }

    /// SHA-256 in hex.
    String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(read().getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateException e) {
            throw new IllegalStateException("Cannot take the fingerprint of " + file, e);
        }
    }
}
