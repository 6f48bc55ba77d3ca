package dev.pileus.server;

import dev.pileus.server.http.Interfaces;
import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.IdentityFiles;
import dev.pileus.trust.ServerCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The member's own key and certificate, `server.key` and `server.crt`: made at the first start,
/// never again.
final class ServerKey {
    private ServerKey() {}

    static ClientIdentity in(Path directory, String hostName, ServerCertificates certificates)
            throws IOException {
        var files = IdentityFiles.named(directory, "server");
        if (files.exist()) {
            return files.load();
        }
        demandNone(files);
        var identity = certificates.create(names(hostName), addresses());
        files.saveInSharedDirectory(identity);
        return identity;
    }

    /// Half of an identity is left of one that others know: a new one would be a stranger's.
    private static void demandNone(IdentityFiles files) throws IOException {
        for (var file : List.of(files.certificate(), files.key())) {
            if (Files.exists(file)) {
                throw new IOException(
                        "%s is there and the other half of the pair, %s, is not: bring it back, or remove both for a new identity"
                                .formatted(
                                        file,
                                        file.equals(files.key())
                                                ? files.certificate()
                                                : files.key()));
            }
        }
    }

    private static List<String> names(String hostName) {
        return hostName.equals("localhost") ? List.of(hostName) : List.of(hostName, "localhost");
    }

    private static Set<String> addresses() {
        var addresses = new TreeSet<>(List.of("127.0.0.1", "::1"));
        Interfaces.addresses().stream()
                .map(InetAddress::getHostAddress)
                .map(address -> address.replaceFirst("%.*", ""))
                .forEach(addresses::add);
        return addresses;
    }
}
