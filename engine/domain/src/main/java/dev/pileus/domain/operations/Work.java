package dev.pileus.domain.operations;

/// What an operation does, on a thread of its own.
@FunctionalInterface
public interface Work {
    /// Does it; what it throws is the operation's failure.
    ///
    /// @throws InterruptedException when it has been cancelled
    void run(Progress progress) throws InterruptedException;
}
