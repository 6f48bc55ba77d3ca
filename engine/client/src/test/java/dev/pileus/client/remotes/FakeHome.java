package dev.pileus.client.remotes;

import dev.pileus.client.Endpoint;
import dev.pileus.client.remotes.Surroundings.OperatingSystem;
import dev.pileus.trust.ClientCertificates;
import dev.pileus.trust.ClientIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/// A made-up machine with a user `ann`.
abstract class FakeHome {
    static final String PROD =
            """
            default-remote: prod
            remotes:
              prod:
                addr: https://node1:8443
                protocol: incus
            """;

    @TempDir Path root;
    final Map<String, String> environment = new HashMap<>();

    final Path home() {
        return root.resolve("home/ann");
    }

    final FoundRemotes find() {
        return find(OperatingSystem.LINUX);
    }

    final FoundRemotes find(OperatingSystem system) {
        return FoundRemotes.in(new Surroundings(environment, home(), root, system));
    }

    static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    static ClientIdentity identity(String name) {
        return new ClientCertificates(InstantSource.system(), new SecureRandom()).create(name);
    }

    static List<Endpoint> endpoints(String... addresses) {
        return List.of(addresses).stream().map(Endpoint::parse).toList();
    }
}
