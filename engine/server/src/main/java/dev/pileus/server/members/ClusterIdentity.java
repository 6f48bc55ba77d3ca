package dev.pileus.server.members;

import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.IdentityException;
import dev.pileus.trust.IdentityFiles;
import dev.pileus.trust.ServerCertificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The certificate and key that all members of the cluster present: `cluster.crt`, `cluster.key` in
/// the state directory of each. A server on its own has none.
public final class ClusterIdentity {
    private final IdentityFiles files;

    ClusterIdentity(Path stateDirectory) {
        this.files = IdentityFiles.named(stateDirectory, "cluster");
    }

    Optional<ClientIdentity> load() {
        try {
            return files.exist() ? Optional.of(files.load()) : Optional.empty();
        } catch (IdentityException e) {
            throw new UncheckedIOException(
                    new IOException("the cluster's certificate cannot be used: " + e.getMessage()));
        }
    }

    void save(ClientIdentity identity) {
        try {
            files.saveInSharedDirectory(identity);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the cluster's certificate", e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(files.certificate());
            Files.deleteIfExists(files.key());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the cluster's certificate", e);
        }
    }

    /// A new one.
    ///
    /// @param addresses of this host
    public static ClientIdentity create(
            String host, List<InetAddress> addresses, InstantSource time, SecureRandom random) {
        var texts = new TreeSet<String>();
        texts.add("127.0.0.1");
        texts.add("::1");
        addresses.forEach(address -> texts.add(plain(address)));
        return new ServerCertificates(time, random).create(List.of(host), texts);
    }

    /// Without the interface that some IPv6 addresses name.
    private static String plain(InetAddress address) {
        var text = address.getHostAddress();
        var zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
