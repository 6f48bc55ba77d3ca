package dev.pileus.server.http;

import java.nio.ByteBuffer;

/// What came through a websocket.
public sealed interface SocketMessage {
    record Text(String text) implements SocketMessage {}

    /// The buffer belongs to the receiver.
    record Binary(ByteBuffer bytes) implements SocketMessage {}
}
