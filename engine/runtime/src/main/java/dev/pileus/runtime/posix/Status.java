package dev.pileus.runtime.posix;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Instant;

/// What the kernel tells of a file (`statx(2)`), as the host sees it.
///
/// @param mode what it is, and who may do what
/// @param size bytes
public record Status(int mode, long uid, long gid, long size, Instant accessed, Instant modified) {
    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int BASIC = 0x7ff;

    /// Bytes of `struct statx`, which is alike everywhere; and where in it things are.
    private static final int LENGTH = 256;

    private static final int UID = 20;
    private static final int GID = 24;
    private static final int MODE = 28;
    private static final int SIZE = 40;
    private static final int ACCESSED = 64;
    private static final int MODIFIED = 112;

    /// Looks at what was found.
    public static Status of(Descriptor found) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var status = arena.allocate(LENGTH, Long.BYTES);
            found.whileOpen(inner ->
                    Libc.STATX.call(
                            found.number(), inner.allocateFrom(""), AT_EMPTY_PATH, BASIC, status));
            return new Status(
                    Short.toUnsignedInt(status.get(ValueLayout.JAVA_SHORT, MODE)),
                    Integer.toUnsignedLong(status.get(ValueLayout.JAVA_INT, UID)),
                    Integer.toUnsignedLong(status.get(ValueLayout.JAVA_INT, GID)),
                    status.get(ValueLayout.JAVA_LONG, SIZE),
                    time(status, ACCESSED),
                    time(status, MODIFIED));
        }
    }

    private static Instant time(MemorySegment status, int offset) {
        return Instant.ofEpochSecond(
                status.get(ValueLayout.JAVA_LONG, offset),
                status.get(ValueLayout.JAVA_INT, offset + Long.BYTES));
    }
}
