package dev.pileus.cli.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Containers of a member whose daemon is gone: they outlive it on purpose, but not their files.
record Orphans(SandboxMember member) {
    private static final int PATIENCE = 20;

    /// Kills them all. Where the tools of liblxc are missing, there are none.
    void kill() {
        var containers = member.folder().resolve("lxc");
        if (!Files.isDirectory(containers)) {
            return;
        }
        try (var names = Files.list(containers)) {
            for (var name : names.filter(Files::isDirectory).toList()) {
                kill(containers, String.valueOf(name.getFileName()));
            }
        } catch (IOException noTools) {
            // then nothing can have been started
        }
    }

    private static void kill(Path containers, String name) throws IOException {
        var command = List.of("lxc-stop", "-k", "-P", containers.toString(), "-n", name);
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
