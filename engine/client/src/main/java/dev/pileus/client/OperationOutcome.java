package dev.pileus.client;

import dev.pileus.api.Operation;

/// How background work ended, as far as the server still knows.
public sealed interface OperationOutcome {
    /// All done.
    record Succeeded(Operation operation) implements OperationOutcome {}

    /// It failed or was cancelled.
    ///
    /// @param operation the last known state of it
    /// @param error the server's own words
    record Failed(Operation operation, String error) implements OperationOutcome {}

    /// The time to wait is over.
    record StillRunning(Operation operation) implements OperationOutcome {}

    /// The server has forgotten it: it ended more than a few seconds ago, or the daemon that ran it
    /// was restarted. Look at the object itself.
    record Forgotten() implements OperationOutcome {}
}
