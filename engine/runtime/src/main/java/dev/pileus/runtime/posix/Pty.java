package dev.pileus.runtime.posix;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// A terminal without a screen: what is written to our end is what somebody types, what is read
/// from it is what programs print. When our end is closed the line is cut, and the kernel tells the
/// session that owns the terminal (SIGHUP).
public final class Pty implements AutoCloseable {
    private static final int O_RDWR = 2;
    private static final int O_NOCTTY = 0400;
    private static final int O_NONBLOCK = 04000;
    private static final int O_CLOEXEC = 02000000;
    private static final long TIOCSWINSZ = 0x5414;
    private static final int LONGEST_NAME = 64;

    /// `struct winsize`: rows, columns, and two that nobody uses.
    private static final MemoryLayout SIZE = MemoryLayout.sequenceLayout(4, ValueLayout.JAVA_SHORT);

    private final Descriptor end;
    private final String name;

    private Pty(Descriptor end, String name) {
        this.end = end;
        this.name = name;
    }

    /// Makes one. It becomes nobody's controlling terminal by that, not even of a daemon that leads
    /// its session.
    public static Pty open(int columns, int rows) throws IOException {
        var end =
                new Descriptor(Libc.POSIX_OPENPT.call(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
        try (var arena = Arena.ofConfined()) {
            Libc.GRANTPT.call(end.number());
            Libc.UNLOCKPT.call(end.number());
            var name = arena.allocate(LONGEST_NAME);
            Libc.PTSNAME_R.callForError(end.number(), name, name.byteSize());
            var pty = new Pty(end, name.getString(0, StandardCharsets.US_ASCII));
            pty.resize(columns, rows);
            return pty;
        } catch (IOException e) {
            end.close();
            throw e;
        }
    }

    /// Tells the programs at the other end (SIGWINCH).
    public void resize(int columns, int rows) throws IOException {
        end.whileOpen(arena -> {
            var size = arena.allocate(SIZE);
            size.setAtIndex(ValueLayout.JAVA_SHORT, 0, (short) rows);
            size.setAtIndex(ValueLayout.JAVA_SHORT, 1, (short) columns);
            return Libc.IOCTL.call(end.number(), TIOCSWINSZ, size);
        });
    }

    /// The other end, such as `/dev/pts/3`.
    String name() {
        return name;
    }

    Descriptor end() {
        return end;
    }

    @Override
    public void close() {
        end.close();
    }
}
