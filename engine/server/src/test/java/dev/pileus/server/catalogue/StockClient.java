package dev.pileus.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pileus.testkit.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A stock client that talks to a daemon through its socket.
///
/// @param name `incus` or `lxc`
/// @param stateDir of the daemon
record StockClient(String name, Path stateDir) {
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
        var words = new ArrayList<String>();
        words.add(name);
        words.addAll(List.of(arguments));
        var home = stateDir.resolveSibling("home-" + name).toString();
        return Command.of(words)
                .in(
                        Map.of(
                                "PATH",
                                "/usr/bin:/bin",
                                "HOME",
                                home,
                                "LANG",
                                "C.UTF-8",
                                "INCUS_CONF",
                                home,
                                "INCUS_DIR",
                                stateDir.toString(),
                                "LXD_CONF",
                                home,
                                "LXD_DIR",
                                stateDir.toString()));
    }
}
