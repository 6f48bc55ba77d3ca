package dev.pileus.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityFilesTest {
    @TempDir Path home;
    private Path directory;
    private IdentityFiles files;
    private ClientIdentity identity;

    @BeforeEach
    void createIdentity() {
        directory = home.resolve("config/pileus");
        files = IdentityFiles.in(directory);
        identity =
                new ClientCertificates(InstantSource.system(), new SecureRandom())
                        .create("ann@desk");
    }

    @Test
    void readsWhatItWrote() throws Exception {
        assertThat(files.exist()).isFalse();
        files.save(identity);
        assertThat(files.exist()).isTrue();
        assertThat(files.load()).isEqualTo(identity);
    }

    @Test
    void keepsKeyAndDirectoryForTheOwner() throws Exception {
        Files.createDirectories(directory);
        files.save(identity);
        assertThat(permissions(files.key())).isEqualTo("rw-------");
        assertThat(permissions(files.certificate())).isEqualTo("rw-r--r--");
        assertThat(permissions(directory)).isEqualTo("rwx------");
        assertThat(files.key()).content().startsWith("-----BEGIN PRIVATE KEY-----\n");
        try (var entries = Files.list(directory)) {
            assertThat(entries).hasSize(2);
        }
    }

    @Test
    void replacesWholeFilesOnly() throws Exception {
        files.save(identity);
        var second =
                new ClientCertificates(InstantSource.system(), new SecureRandom()).create("bob");
        files.save(second);
        assertThat(files.load()).isEqualTo(second);
    }

    @Test
    void saysWhichFileIsMissing() throws Exception {
        assertThatThrownBy(files::load)
                .isInstanceOfSatisfying(
                        IdentityException.Missing.class,
                        e -> assertThat(e.file()).isEqualTo(files.certificate()));
        files.save(identity);
        Files.delete(files.key());
        assertThatThrownBy(files::load)
                .isInstanceOfSatisfying(
                        IdentityException.Missing.class,
                        e -> assertThat(e.file()).isEqualTo(files.key()));
    }

    @Test
    void refusesTheKeyOfAnotherCertificate() throws Exception {
        files.save(identity);
        var other =
                new ClientCertificates(InstantSource.system(), new SecureRandom()).create("bob");
        Files.writeString(files.key(), PrivateKeyFile.text(other.key()));
        assertThatThrownBy(files::load).isInstanceOf(IdentityException.Mismatched.class);
    }

    @Test
    void refusesGarbageAndEndlessFiles() throws Exception {
        files.save(identity);
        for (var garbage :
                new String[] {
                    "",
                    "hello",
                    "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n",
                    "-----BEGIN PRIVATE KEY-----\n%%%%\n-----END PRIVATE KEY-----\n",
                    "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n"
                }) {
            Files.writeString(files.key(), garbage);
            assertThatThrownBy(files::load)
                    .as(garbage)
                    .isInstanceOf(IdentityException.Malformed.class);
        }
        var endless = new IdentityFiles(Path.of("/dev/zero"), files.key());
        assertThatThrownBy(endless::load).isInstanceOf(IdentityException.Malformed.class);
    }

    @Test
    void saysThatADirectoryCannotBeRead() {
        var onDirectory = new IdentityFiles(home, files.key());
        assertThatThrownBy(onDirectory::load).isInstanceOf(IdentityException.Unreadable.class);
    }

    /// The forms in which other tools write keys.
    @Nested
    class Forms {
        private final KeyPair ec = keys("EC", 256);
        private final KeyPair rsa = keys("RSA", 2048);

        @Test
        void pkcs8() throws Exception {
            assertReads(rsa, new JcaPKCS8Generator(rsa.getPrivate(), null).generate());
            assertReads(ec, new JcaPKCS8Generator(ec.getPrivate(), null).generate());
        }

        @Test
        void pkcs1() throws Exception {
            assertReads(rsa, new JcaMiscPEMGenerator(rsa.getPrivate()).generate());
        }

        @Test
        void sec1AfterTheNameOfItsCurve() throws Exception {
            var curve = new X962Parameters(SECObjectIdentifiers.secp256r1).getEncoded();
            assertReads(
                    ec,
                    new PemObject("EC PARAMETERS", curve),
                    new PemObject("EC PRIVATE KEY", sec1(ec)));
        }

        @Test
        void openSsh() throws Exception {
            var ed = keys("Ed25519", 255);
            assertReads(
                    ed,
                    new PemObject(
                            "OPENSSH PRIVATE KEY",
                            OpenSSHPrivateKeyUtil.encodePrivateKey(
                                    PrivateKeyFactory.createKey(ed.getPrivate().getEncoded()))));
        }

        @Test
        void certificateChain() throws Exception {
            var issuer = certificate(rsa);
            write(ec, new JcaPKCS8Generator(ec.getPrivate(), null).generate());
            Files.writeString(
                    files.certificate(),
                    "some text\n" + PemCertificates.text(List.of(certificate(ec), issuer)));
            assertThat(files.load().chain()).hasSize(2).last().isEqualTo(issuer);
        }

        @Test
        void encryptedPemNeedsItsPassphrase() throws Exception {
            var encryptor =
                    new JcePEMEncryptorBuilder("AES-256-CBC")
                            .setProvider(new BouncyCastleProvider())
                            .build("secret".toCharArray());
            assertNeedsPassphrase(
                    ec, new JcaMiscPEMGenerator(ec.getPrivate(), encryptor).generate());
        }

        @Test
        void encryptedPkcs8NeedsItsPassphrase() throws Exception {
            var encryptor =
                    new JceOpenSSLPKCS8EncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                            .setProvider(new BouncyCastleProvider())
                            .setPassword("secret".toCharArray())
                            .build();
            assertNeedsPassphrase(
                    rsa, new JcaPKCS8Generator(rsa.getPrivate(), encryptor).generate());
        }

        @Test
        void encryptedOpenSshNeedsItsPassphrase() throws Exception {
            var blob = new ByteArrayOutputStream();
            try (var fields = new DataOutputStream(blob)) {
                fields.write("openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII));
                fields.writeInt(10);
                fields.write("aes256-ctr".getBytes(StandardCharsets.US_ASCII));
                fields.writeInt(6);
                fields.write("bcrypt".getBytes(StandardCharsets.US_ASCII));
            }
            assertNeedsPassphrase(ec, new PemObject("OPENSSH PRIVATE KEY", blob.toByteArray()));
        }

        private static byte[] sec1(KeyPair keys) throws Exception {
            var secret = ((ECPrivateKey) keys.getPrivate()).getS();
            return new org.bouncycastle.asn1.sec.ECPrivateKey(
                            256, secret, SECObjectIdentifiers.secp256r1)
                    .getEncoded();
        }

        private void assertReads(KeyPair keys, PemObjectGenerator... blocks) throws Exception {
            write(keys, blocks);
            assertThat(files.load().certificate().getPublicKey()).isEqualTo(keys.getPublic());
        }

        private void assertNeedsPassphrase(KeyPair keys, PemObjectGenerator block)
                throws Exception {
            write(keys, block);
            assertThatThrownBy(files::load)
                    .isInstanceOf(IdentityException.PassphraseProtected.class)
                    .hasMessageContaining("passphrase")
                    .hasMessageContaining(files.key().toString());
        }

        private void write(KeyPair keys, PemObjectGenerator... blocks) throws Exception {
            Files.createDirectories(directory);
            Files.writeString(
                    files.certificate(), PemCertificates.text(List.of(certificate(keys))));
            var text = new StringWriter();
            try (var writer = new JcaPEMWriter(text)) {
                for (var block : blocks) {
                    writer.writeObject(block);
                }
            }
            Files.writeString(files.key(), text.toString());
        }

        private static KeyPair keys(String algorithm, int size) {
            try {
                var generator = KeyPairGenerator.getInstance(algorithm);
                generator.initialize(size);
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static X509Certificate certificate(KeyPair keys) throws Exception {
            var name = new X500Name("CN=test");
            var algorithm =
                    switch (keys.getPublic().getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> "Ed25519";
                    };
            var builder =
                    new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.ONE,
                            Date.from(Instant.EPOCH),
                            Date.from(Instant.now()),
                            name,
                            keys.getPublic());
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder(algorithm)
                                            .build(keys.getPrivate())));
        }
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
