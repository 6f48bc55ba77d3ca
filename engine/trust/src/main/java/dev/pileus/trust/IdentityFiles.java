package dev.pileus.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The PEM pair of a client on disk, such as `client.crt` and `client.key` of the stock clients.
///
/// @param certificate the certificate, followed by intermediate ones if there are any
/// @param key the unencrypted private key: PKCS#8, PKCS#1 (RSA), SEC1 (EC) or OpenSSH
public record IdentityFiles(Path certificate, Path key) {
    private static final String OWNER_ONLY = "rw-------";
    private static final String OWNER_WRITES = "rw-r--r--";

    /// The pair `client.crt`, `client.key` in a directory.
    public static IdentityFiles in(Path directory) {
        return named(directory, "client");
    }

    /// The pair `NAME.crt`, `NAME.key` in a directory.
    public static IdentityFiles named(Path directory, String name) {
        return new IdentityFiles(
                directory.resolve(name + ".crt"), directory.resolve(name + ".key"));
    }

    /// Whether both files are there; says nothing about what is in them.
    public boolean exist() {
        return Files.isRegularFile(certificate) && Files.isRegularFile(key);
    }

    /// Reads both files and checks that they belong together.
    ///
    /// @throws IdentityException with a subclass for each reason why the pair cannot be used
    public ClientIdentity load() throws IdentityException {
        var chain = PemCertificates.read(certificate);
        var privateKey = PrivateKeyFile.read(key);
        try {
            return new ClientIdentity(chain, privateKey);
        } catch (IllegalArgumentException e) {
            throw new IdentityException.Mismatched(key, e);
        }
    }

    /// Writes the pair: directories only for their owner (0700), the key only for its owner (0600)
    /// from its first byte, each file whole or not at all. Replaces what was there.
    public void save(ClientIdentity identity) throws IOException {
        AtomicFile.write(key, PrivateKeyFile.text(identity.key()), OWNER_ONLY);
        AtomicFile.write(certificate, PemCertificates.text(identity.chain()), OWNER_WRITES);
    }

    /// The same in a directory that others may enter, which is left as it is.
    public void saveInSharedDirectory(ClientIdentity identity) throws IOException {
        AtomicFile.writeBeside(key, PrivateKeyFile.text(identity.key()), OWNER_ONLY);
        AtomicFile.writeBeside(certificate, PemCertificates.text(identity.chain()), OWNER_WRITES);
    }
}
