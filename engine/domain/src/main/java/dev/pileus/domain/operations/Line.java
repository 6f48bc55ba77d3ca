package dev.pileus.domain.operations;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/// A client's connection to an operation: messages both ways. Calls block; sending may be done by
/// several threads at once.
public interface Line {
    /// Something that came in.
    sealed interface Message {
        record Bytes(ByteBuffer content) implements Message {}

        record Text(String content) implements Message {}
    }

    /// Sends bytes; they may be used again when it returns.
    ///
    /// @throws InterruptedException when the client is gone
    void send(ByteBuffer bytes) throws InterruptedException;

    /// Says that no more bytes follow.
    ///
    /// @throws InterruptedException when the client is gone
    void sendEnd() throws InterruptedException;

    /// Asks whether the client is still there; its answer is nobody's business.
    void ping() throws InterruptedException;

    /// The next message; absent when none came in time, or the client is gone.
    Optional<Message> receive(Duration patience) throws InterruptedException;

    boolean isOpen();

    /// Calls once when the client is gone, at once if it is already.
    void onClose(Runnable action);
}
