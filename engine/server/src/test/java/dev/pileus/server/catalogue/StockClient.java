package dev.pileus.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pileus.testkit.Command;
import dev.pileus.testkit.StockHome;
import java.nio.file.Files;
import java.nio.file.Path;

/// One of the two stock clients.
///
/// @param name `incus` or `lxc`
record StockClient(String name, StockHome home) {
    /// Skips the test where the client is not installed, except in CI.
    StockClient {
        var installed = Files.isExecutable(Path.of("/usr/bin", name));
        assumeTrue(installed || "true".equals(System.getenv("CI")), name + " is not installed");
    }

    /// What it prints.
    String run(String... arguments) {
        return command(arguments).output();
    }

    /// The same with something to read.
    String read(String input, String... arguments) {
        return command(arguments).reading(input).output();
    }

    void refuses(String text, String... arguments) {
        var result = command(arguments).run();
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.errors().strip()).isEqualTo("Error: " + text);
    }

    private Command command(String... arguments) {
        return name.equals("lxc") ? home.lxc(arguments) : home.incus(arguments);
    }
}
