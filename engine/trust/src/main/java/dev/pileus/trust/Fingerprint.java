package dev.pileus.trust;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// The SHA-256 digest of a certificate's DER form: 64 lower-case hexadecimal digits, the form in
/// which servers, tokens and stock clients write it.
public record Fingerprint(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern LABEL =
            Pattern.compile("^\\s*sha-?256\\s*[:=]", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEPARATORS = Pattern.compile("[:\\s]");
    private static final int SHORT_LENGTH = 12;

    public Fingerprint {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("Not a SHA-256 fingerprint: " + hex);
        }
    }

    public static Fingerprint of(X509Certificate certificate) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new Fingerprint(HexFormat.of().formatHex(digest));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("The certificate has no DER form", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /// Reads what people and other tools write: upper or lower case, with or without colons, blanks
    /// and a leading `SHA256:`.
    ///
    /// @throws IllegalArgumentException if what remains is not 64 hexadecimal digits
    public static Fingerprint parse(String text) {
        var digits = SEPARATORS.matcher(LABEL.matcher(text).replaceFirst("")).replaceAll("");
        return new Fingerprint(digits.toLowerCase(Locale.ROOT));
    }

    /// The first twelve digits, as the stock clients list certificates.
    public String shortForm() {
        return hex.substring(0, SHORT_LENGTH);
    }

    @Override
    public String toString() {
        return hex;
    }
}
