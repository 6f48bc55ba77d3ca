package dev.pileus.runtime.posix;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// A program that runs on this host. Thread-safe; to be closed when it has ended.
public final class HostProcess implements AutoCloseable {
    public static final int SIGKILL = 9;

    private static final int P_PID = 1;
    private static final int WEXITED = 4;
    private static final int WNOWAIT = 0x01000000;
    private static final int SIGINFO = 128;
    private static final int SIGNAL_BITS = 0x7f;
    private static final int SIGNALLED = 128;

    /// How soon it is noticed that a program has ended whose children hold its streams.
    /// Milliseconds.
    private static final int GLANCE = 200;

    /// Longest rest of somebody who waits for a program to read. Milliseconds.
    private static final long LONGEST_REST = 20;

    private static final int CHUNK = 1 << 15;

    private final int pid;
    private final Streams streams;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    private HostProcess(int pid, Streams streams) {
        this.pid = pid;
        this.streams = streams;
    }

    /// Takes what a program writes.
    @FunctionalInterface
    public interface Sink {
        /// Uses the bytes before it returns.
        void take(ByteBuffer bytes) throws InterruptedException;
    }

    /// Starts a program as the leader of a session of its own.
    ///
    /// @param command the program's path, and its arguments
    /// @param environment all of it: nothing is inherited
    public static HostProcess start(
            List<String> command,
            Map<String, String> environment,
            Path directory,
            Plumbing plumbing)
            throws IOException {
        var process =
                Streams.start(
                        (spawn, streams) ->
                                new HostProcess(
                                        spawn.start(command, environment, directory), streams),
                        plumbing);
        Thread.ofPlatform().daemon().name("process-" + process.pid).start(process::reap);
        return process;
    }

    /// The number is ours until the end has been taken note of: nobody signals another program.
    private void reap() {
        try (var arena = Arena.ofConfined()) {
            var status = arena.allocate(ValueLayout.JAVA_INT);
            awaitEnd(arena);
            synchronized (this) {
                Libc.WAITPID.call(pid, status, 0);
                exit.complete(code(status.get(ValueLayout.JAVA_INT, 0)));
            }
        } catch (IOException e) {
            exit.completeExceptionally(e);
        }
    }

    private void awaitEnd(Arena arena) throws IOException {
        while (true) {
            try {
                Libc.WAITID.call(P_PID, pid, arena.allocate(SIGINFO), WEXITED | WNOWAIT);
                return;
            } catch (ErrnoException e) {
                if (e.errno() != ErrnoException.EINTR) {
                    throw e;
                }
            }
        }
    }

    private static int code(int status) {
        var signal = status & SIGNAL_BITS;
        return signal == 0 ? status >> 8 & 0xff : SIGNALLED + signal;
    }

    /// Waits for its end.
    ///
    /// @return its exit code, or 128 and the signal that ended it
    public int await() throws InterruptedException {
        try {
            return exit.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Nobody knows how process " + pid + " ended", e);
        }
    }

    /// Waits for its end, but no longer than that.
    public OptionalInt await(Duration patience) throws InterruptedException {
        try {
            return OptionalInt.of(exit.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return OptionalInt.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Nobody knows how process " + pid + " ended", e);
        }
    }

    public boolean isAlive() {
        return !exit.isDone();
    }

    /// Signals it; one that has ended is left alone.
    public synchronized void signal(int signal) throws IOException {
        if (isAlive()) {
            Libc.KILL.call(pid, signal);
        }
    }

    /// Signals its children.
    ///
    /// @return whether there was one
    public synchronized boolean signalChildren(int signal) throws IOException {
        var children = isAlive() ? children() : List.<Long>of();
        for (var child : children) {
            Libc.KILL.call(Math.toIntExact(child), signal);
        }
        return !children.isEmpty();
    }

    private List<Long> children() {
        return ProcessHandle.of(pid)
                .map(ProcessHandle::children)
                .orElse(Stream.empty())
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .toList();
    }

    /// Carries what it writes until it has ended, or nobody is left who could write. Holds its
    /// thread: a platform thread.
    public void carryOutput(Sink sink) throws IOException, InterruptedException {
        carry(streams.output(), sink);
    }

    /// The same for what it complains of; a terminal mixes both.
    public void carryErrors(Sink sink) throws IOException, InterruptedException {
        carry(streams.errors(), sink);
    }

    private void carry(Optional<Descriptor> stream, Sink sink)
            throws IOException, InterruptedException {
        if (stream.isEmpty()) {
            return;
        }
        // of nobody in particular: who takes it may pass it on to other threads, and be interrupted
        var buffer = Arena.ofAuto().allocate(CHUNK);
        try {
            while (true) {
                var over = !isAlive();
                if (stream.get().isReadable(over ? 0 : GLANCE)) {
                    var count = stream.get().read(buffer);
                    if (count == 0) {
                        return;
                    }
                    sink.take(buffer.asSlice(0, count).asByteBuffer());
                } else if (over) {
                    return;
                }
            }
        } catch (ErrnoException e) {
            if (e.errno() != ErrnoException.EIO) {
                throw e;
            }
            // a terminal that nobody has open any more
        }
    }

    /// Gives it something to read; rests while it takes nothing.
    public void write(ByteBuffer bytes) throws IOException, InterruptedException {
        var input = streams.input().orElseThrow(() -> new IOException("it reads nothing"));
        var rest = 1L;
        while (bytes.hasRemaining() && isAlive()) {
            if (input.isWritable()) {
                input.writeSome(bytes);
                rest = 1;
            } else {
                Thread.sleep(rest);
                rest = Math.min(rest * 2, LONGEST_REST);
            }
        }
    }

    /// Lets it read the end. A terminal is cut by that.
    public void closeInput() {
        streams.input().ifPresent(Descriptor::close);
    }

    @Override
    public void close() {
        streams.close();
    }
}
