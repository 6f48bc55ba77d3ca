package dev.pileus.desktop;

import dev.pileus.testkit.Command;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.RealCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/// The home of somebody who uses the stock client: it has a remote there, trusted by the cluster.
///
/// @param client `incus` or `lxc`
record StockHome(Path home, String client) {
    static final String REMOTE = "prod";

    /// Lets the stock client itself make its files, with a token.
    static StockHome trustedBy(RealCluster cluster, Path home) {
        var client = cluster instanceof IncusCluster ? "incus" : "lxc";
        Command.of(client, "remote", "add", REMOTE, cluster.issueTrustToken("stock"))
                .in(Map.of("PATH", System.getenv("PATH"), "HOME", home.toString()))
                .output();
        return new StockHome(home, client);
    }

    /// What lies there: path to time of change and content.
    Map<String, String> files() {
        var files = new TreeMap<String, String>();
        try (var paths = Files.walk(home.resolve(".config").resolve(client))) {
            for (var path : (Iterable<Path>) paths::iterator) {
                files.put(path.toString(), Files.getLastModifiedTime(path) + content(path));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    private static String content(Path path) throws IOException {
        return Files.isRegularFile(path)
                ? " " + Base64.getEncoder().encodeToString(Files.readAllBytes(path))
                : "";
    }
}
