package dev.pileus.server.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/// An open websocket. Calls block; sending may be done by several threads at once.
public interface Socket {
    /// Sends a text frame.
    ///
    /// @throws InterruptedException when the other side is gone
    void sendText(String text) throws InterruptedException;

    /// Sends a binary frame.
    ///
    /// @throws InterruptedException when the other side is gone
    void sendBinary(ByteBuffer bytes) throws InterruptedException;

    /// Asks the other side whether it is still there; its answer is nobody's business.
    void ping() throws InterruptedException;

    /// The next message, absent when none came in time or the other side has closed.
    Optional<SocketMessage> receive(Duration patience) throws InterruptedException;

    boolean isOpen();

    /// Calls once, at once if it has happened already.
    void onClose(Runnable action);
}
