package dev.pileus.trust;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;
import org.jspecify.annotations.Nullable;

/// The private key in a PEM file, in each of the forms that OpenSSL, Go and OpenSSH write.
final class PrivateKeyFile {
    private static final String OPENSSH = "OPENSSH PRIVATE KEY";
    private static final byte[] OPENSSH_MAGIC =
            "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);

    private PrivateKeyFile() {}

    static PrivateKey read(Path file) throws IdentityException {
        var pem = SmallFile.read(file);
        try {
            var key = pem.contains(OPENSSH) ? openSshKey(file, pem) : firstKey(file, pem);
            if (key == null) {
                throw new IdentityException.Malformed(file, "holds no PEM private key", null);
            }
            return new JcaPEMKeyConverter().getPrivateKey(key);
        } catch (IdentityException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle answers damaged input with many kinds of unchecked exceptions
            throw new IdentityException.Malformed(file, "holds a damaged private key", e);
        }
    }

    /// @throws IllegalArgumentException if it is no PEM private key, or a protected one
    static PrivateKey parse(String pem) {
        var nowhere = Path.of("");
        try {
            var key = firstKey(nowhere, pem);
            if (key == null) {
                throw new IllegalArgumentException("The private key is no PEM key");
            }
            return new JcaPEMKeyConverter().getPrivateKey(key);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("The private key cannot be read", e);
        }
    }

    /// PKCS#8: the one form that every tool reads for every algorithm.
    static String text(PrivateKey key) {
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(new PemObject("PRIVATE KEY", key.getEncoded()));
        } catch (IOException e) {
            throw new IllegalArgumentException("A private key without PEM form", e);
        }
        return text.toString();
    }

    private static @Nullable PrivateKeyInfo firstKey(Path file, String pem) throws IOException {
        if (pem.contains("ENCRYPTED")) {
            // both forms say so: a "Proc-Type: 4,ENCRYPTED" header, an "ENCRYPTED PRIVATE KEY"
            // label
            throw new IdentityException.PassphraseProtected(file);
        }
        try (var parser = new PEMParser(new StringReader(pem))) {
            for (var block = parser.readObject(); block != null; block = parser.readObject()) {
                switch (block) {
                    case PEMKeyPair pair -> {
                        return pair.getPrivateKeyInfo();
                    }
                    case PrivateKeyInfo key -> {
                        return key;
                    }
                    default -> {
                        // OpenSSL writes the curve of an EC key as a block of its own
                    }
                }
            }
        }
        return null;
    }

    private static PrivateKeyInfo openSshKey(Path file, String pem) throws IOException {
        try (var reader = new PemReader(new StringReader(pem))) {
            var blob = reader.readPemObject().getContent();
            if (!openSshCipher(blob).equals("none")) {
                throw new IdentityException.PassphraseProtected(file);
            }
            return PrivateKeyInfoFactory.createPrivateKeyInfo(
                    OpenSSHPrivateKeyUtil.parsePrivateKeyBlob(blob));
        }
    }

    /// OpenSSH names the cipher in the first field: a length of four bytes and the text.
    private static String openSshCipher(byte[] blob) {
        var fields = ByteBuffer.wrap(blob).position(OPENSSH_MAGIC.length);
        var name = new byte[Math.min(fields.getInt(), fields.remaining())];
        fields.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }
}
