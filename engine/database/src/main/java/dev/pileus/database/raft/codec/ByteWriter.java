package dev.pileus.database.raft.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Builds a message; numbers take as many bytes as they need.
public final class ByteWriter {
    static final int NULL = 0;
    static final int NUMBER = 1;
    static final int REAL = 2;
    static final int TEXT = 3;
    static final int BYTES = 4;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public ByteWriter octet(int value) {
        out.write(value);
        return this;
    }

    public ByteWriter flag(boolean value) {
        return octet(value ? 1 : 0);
    }

    /// Seven bits for each byte, sign in the lowest bit.
    public ByteWriter number(long value) {
        var rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    /// Eight bytes, for numbers that are random anyway.
    public ByteWriter eight(long value) {
        for (var shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
        return this;
    }

    public ByteWriter text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public ByteWriter bytes(byte[] value) {
        number(value.length);
        out.writeBytes(value);
        return this;
    }

    /// What a column or an argument can hold.
    public ByteWriter value(@Nullable Object value) {
        return switch (value) {
            case null -> octet(NULL);
            case Long number -> octet(NUMBER).number(number);
            case Double number -> octet(REAL).eight(Double.doubleToRawLongBits(number));
            case String text -> octet(TEXT).text(text);
            case byte[] bytes -> octet(BYTES).bytes(bytes);
            default ->
                    throw new IllegalArgumentException(
                            "a database holds no " + value.getClass().getName());
        };
    }

    public byte[] toBytes() {
        return out.toByteArray();
    }
}
