package dev.pileus.domain.instances.exec;

import dev.pileus.domain.instances.Guest;

/// Runs commands in the instances of this member's host.
public interface Commands {
    /// Starts a command.
    ///
    /// @throws dev.pileus.api.ApiException when the instance is not up
    Execution start(Guest guest, Command command, Stdio stdio);
}
