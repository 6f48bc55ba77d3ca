package dev.pileus.server.http;

import dev.pileus.domain.operations.Line;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/// A websocket as operations talk by it: bytes in binary frames, the end as an empty text.
public record SocketLine(Socket socket) implements Line {
    @Override
    public void send(ByteBuffer bytes) throws InterruptedException {
        socket.sendBinary(bytes);
    }

    @Override
    public void sendEnd() throws InterruptedException {
        socket.sendText("");
    }

    @Override
    public void ping() throws InterruptedException {
        socket.ping();
    }

    @Override
    public Optional<Message> receive(Duration patience) throws InterruptedException {
        return socket.receive(patience)
                .map(message ->
                        switch (message) {
                            case SocketMessage.Text(var text) -> new Message.Text(text);
                            case SocketMessage.Binary(var bytes) -> new Message.Bytes(bytes);
                        });
    }

    @Override
    public boolean isOpen() {
        return socket.isOpen();
    }

    @Override
    public void onClose(Runnable action) {
        socket.onClose(action);
    }
}
