package dev.pileus.domain.moves;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/// A stream that knows what has been read from it.
final class Measured extends FilterInputStream {
    private final MessageDigest digest = sha256();
    private final LongConsumer listener;
    private long bytes;

    /// @param listener is told how many bytes have come, each time
    Measured(InputStream stream, LongConsumer listener) {
        super(stream);
        this.listener = listener;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = super.read(buffer, offset, length);
        if (count > 0) {
            digest.update(buffer, offset, count);
            bytes += count;
            listener.accept(count);
        }
        return count;
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("What is skipped is not measured");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /// Of all that has been read; to be asked once, at the end.
    Receipt receipt() {
        return new Receipt(HexFormat.of().formatHex(digest.digest()), bytes);
    }
}
