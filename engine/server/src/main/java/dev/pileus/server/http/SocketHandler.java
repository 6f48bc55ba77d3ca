package dev.pileus.server.http;

/// Talks over a websocket, on a virtual thread of its own; when it returns the socket is closed.
@FunctionalInterface
public interface SocketHandler {
    /// Has the whole conversation.
    ///
    /// @throws InterruptedException when the other side is gone, or the server stops
    void talk(Socket socket) throws InterruptedException;
}
