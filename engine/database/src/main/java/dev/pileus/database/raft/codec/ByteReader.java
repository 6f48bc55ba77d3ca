package dev.pileus.database.raft.codec;

import dev.pileus.database.DatabaseException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads what a [ByteWriter] has written.
public final class ByteReader {
    private final byte[] content;
    private int position;

    public ByteReader(byte[] content) {
        this.content = content;
    }

    public int octet() {
        if (position >= content.length) {
            throw new DatabaseException("a message ends too early, after " + position + " bytes");
        }
        return content[position++] & 0xff;
    }

    public boolean flag() {
        return octet() != 0;
    }

    public long number() {
        var value = 0L;
        for (var shift = 0; shift < 64; shift += 7) {
            var octet = octet();
            value |= (octet & 0x7fL) << shift;
            if (octet < 0x80) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new DatabaseException("a message holds a number of more than 64 bits");
    }

    /// A number that was an int when it was written.
    public int small() {
        var number = number();
        if (number != (int) number) {
            throw new DatabaseException("a message holds " + number + ", which is too large");
        }
        return (int) number;
    }

    /// One of the names of an enum.
    public <E extends Enum<E>> E constant(Class<E> type) {
        var name = text();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new DatabaseException(
                                "there is no %s called %s".formatted(type.getSimpleName(), name)));
    }

    /// A number that counts something: never negative, never more than there are bytes left.
    public int count() {
        var number = number();
        if (number < 0 || number > content.length - position) {
            throw new DatabaseException("a message claims to hold " + number + " of something");
        }
        return (int) number;
    }

    public long eight() {
        var value = 0L;
        for (var i = 0; i < Long.BYTES; i++) {
            value = value << 8 | octet();
        }
        return value;
    }

    /// A message within this one.
    public ByteReader nested() {
        return new ByteReader(bytes());
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
        var length = count();
        position += length;
        return Arrays.copyOfRange(content, position - length, position);
    }

    public @Nullable Object value() {
        var type = octet();
        return switch (type) {
            case ByteWriter.NULL -> null;
            case ByteWriter.NUMBER -> number();
            case ByteWriter.REAL -> Double.longBitsToDouble(eight());
            case ByteWriter.TEXT -> text();
            case ByteWriter.BYTES -> bytes();
            default -> throw new DatabaseException("a message holds a value of type " + type);
        };
    }
}
