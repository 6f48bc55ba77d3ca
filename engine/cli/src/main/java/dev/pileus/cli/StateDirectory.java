package dev.pileus.cli;

import dev.pileus.client.ClientSettings;
import dev.pileus.client.ServerClient;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Says which member a command is about.
public final class StateDirectory {
    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            defaultValue = "${env:PILEUS_DIR}",
            description = "the member's directory (else: PILEUS_DIR)")
    private @Nullable Path path;

    public Path path() {
        if (path == null || path.toString().isEmpty()) {
            throw new CommandException("say which member: --state-dir DIR, or PILEUS_DIR=DIR");
        }
        return path.toAbsolutePath();
    }

    /// A connection to the member's daemon.
    public ServerClient open() {
        return ServerClient.open(ClientSettings.unix(path().resolve("unix.socket")));
    }
}
