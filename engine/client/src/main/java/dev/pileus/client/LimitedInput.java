package dev.pileus.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that fails when it goes on for too long.
final class LimitedInput extends FilterInputStream {
    private final long limit;
    private long seen;

    LimitedInput(InputStream source, long limit) {
        super(source);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        var value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = super.read(buffer, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) throws TooLarge {
        seen += bytes;
        if (seen > limit) {
            throw new TooLarge(limit);
        }
    }

    /// There was more than the limit allows.
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long limit) {
            super("larger than " + (limit >> 20) + " MiB");
        }
    }
}
