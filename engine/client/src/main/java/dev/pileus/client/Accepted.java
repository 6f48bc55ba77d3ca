package dev.pileus.client;

import dev.pileus.api.Operation;

/// How a server took a change. Which calls run in the background differs between servers and their
/// versions, so every such call returns this.
public sealed interface Accepted {
    /// The change is made.
    record Done() implements Accepted {}

    /// The server works on it; [OperationCalls#await] waits for the end.
    record Running(Operation operation) implements Accepted {}
}
