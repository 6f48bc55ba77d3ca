package dev.pileus.server.sftp;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A message from a client, read from front to back.
final class Message {
    /// Bytes; the largest block of data that clients send is a quarter of it.
    private static final int LARGEST = 1 << 20;

    private final int type;
    private final ByteBuffer rest;

    private Message(int type, ByteBuffer rest) {
        this.type = type;
        this.rest = rest;
    }

    /// The next one; absent at the end.
    static Optional<Message> read(DataInputStream in) throws IOException {
        var first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        var length =
                first << 24
                        | in.readUnsignedByte() << 16
                        | in.readUnsignedByte() << 8
                        | in.readUnsignedByte();
        if (length < 1 || length > LARGEST) {
            throw new IOException("a message of " + length + " bytes");
        }
        var type = in.readUnsignedByte();
        var content = new byte[length - 1];
        in.readFully(content);
        return Optional.of(new Message(type, ByteBuffer.wrap(content)));
    }

    int type() {
        return type;
    }

    int number() throws IOException {
        return require(rest::getInt);
    }

    long longNumber() throws IOException {
        return require(rest::getLong);
    }

    String text() throws IOException {
        return StandardCharsets.UTF_8.decode(bytes()).toString();
    }

    ByteBuffer bytes() throws IOException {
        return require(() -> {
            var length = rest.getInt();
            if (length < 0 || length > rest.remaining()) {
                throw new BufferUnderflowException();
            }
            var bytes = rest.slice(rest.position(), length);
            rest.position(rest.position() + length);
            return bytes;
        });
    }

    private static <T> T require(java.util.function.Supplier<T> part) throws IOException {
        try {
            return part.get();
        } catch (BufferUnderflowException e) {
            throw new IOException("a message ends early", e);
        }
    }
}
