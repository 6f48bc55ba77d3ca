package dev.pileus.domain.operations;

/// What an operation does with one of its lines, on a thread of its own; the line is closed when it
/// returns.
@FunctionalInterface
public interface Talk {
    /// Has the whole conversation.
    ///
    /// @throws InterruptedException when the client is gone, or the operation is over
    void talk(Line line) throws InterruptedException;
}
