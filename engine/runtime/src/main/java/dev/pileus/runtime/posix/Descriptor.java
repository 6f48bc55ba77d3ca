package dev.pileus.runtime.posix;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// An open file of the kernel's. Closing it waits for calls under way, none of which takes long:
/// nobody ever reads from a number that belongs to something else by now. Thread-safe.
public final class Descriptor implements AutoCloseable {
    /// `struct pollfd`.
    private static final MemoryLayout WAITING =
            MemoryLayout.structLayout(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_SHORT, ValueLayout.JAVA_SHORT);

    /// Bytes that a pipe with any room at all takes without blocking (`PIPE_BUF`).
    static final int ROOM = 4096;

    private static final short READABLE = 1;
    private static final short WRITABLE = 4;

    private final int number;
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private boolean closed;

    Descriptor(long number) {
        this.number = (int) number;
    }

    int number() {
        return number;
    }

    /// Where Java's own file system finds it. What is opened there is the very same file, wherever
    /// its name leads by now.
    public Path path() {
        return Path.of("/proc/self/fd/" + number);
    }

    /// Waits until there is something to read, or the other end is gone.
    boolean isReadable(int millis) throws IOException {
        return is(READABLE, millis);
    }

    /// Whether there is room for [#ROOM] bytes, or the other end is gone.
    boolean isWritable() throws IOException {
        return is(WRITABLE, 0);
    }

    private boolean is(short event, int millis) throws IOException {
        return whileOpen(arena -> {
            var waiting = arena.allocate(WAITING);
            waiting.set(ValueLayout.JAVA_INT, 0, number);
            waiting.set(ValueLayout.JAVA_SHORT, Integer.BYTES, event);
            return Libc.POLL.call(waiting, 1L, millis);
        })
                > 0;
    }

    /// Reads what is there into the buffer.
    ///
    /// @return how much, 0 at the end
    int read(MemorySegment buffer) throws IOException {
        return (int) whileOpen(arena -> Libc.READ.call(number, buffer, buffer.byteSize()));
    }

    /// Writes up to [#ROOM] bytes.
    void writeSome(ByteBuffer bytes) throws IOException {
        var count = Math.min(bytes.remaining(), ROOM);
        var written =
                whileOpen(arena -> {
                    var copy = arena.allocate(count);
                    copy.asByteBuffer().put(bytes.duplicate().limit(bytes.position() + count));
                    return Libc.WRITE.call(number, copy, copy.byteSize());
                });
        bytes.position(bytes.position() + Math.toIntExact(written));
    }

    /// Does something with the number while it is certain to be ours.
    long whileOpen(Call call) throws IOException {
        use.readLock().lock();
        try (var arena = Arena.ofConfined()) {
            if (closed) {
                throw new IOException("it has been closed");
            }
            while (true) {
                try {
                    return call.run(arena);
                } catch (ErrnoException e) {
                    if (e.errno() != ErrnoException.EINTR) {
                        throw e;
                    }
                }
            }
        } finally {
            use.readLock().unlock();
        }
    }

    /// Something that uses the number.
    @FunctionalInterface
    interface Call {
        long run(Arena arena) throws IOException;
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                Libc.CLOSE.call(number);
            }
        } catch (ErrnoException e) {
            // the kernel has let go of the number all the same
        } finally {
            use.writeLock().unlock();
        }
    }
}
