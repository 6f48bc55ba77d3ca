package dev.pileus.runtime.posix;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Our ends of a program's standard streams; absent where it has none of ours.
record Streams(Optional<Descriptor> input, Optional<Descriptor> output, Optional<Descriptor> errors)
        implements AutoCloseable {
    private static final int O_RDONLY = 0;
    private static final int O_WRONLY = 1;
    private static final int O_RDWR = 2;
    private static final int O_CREAT = 0100;
    private static final int O_TRUNC = 01000;
    private static final int O_CLOEXEC = 02000000;

    /// Starts a program with such streams.
    static HostProcess start(HostProgramCall call, Plumbing plumbing) throws IOException {
        try (var spawn = new Spawn()) {
            return switch (plumbing) {
                case Plumbing.Terminal(var pty) -> {
                    spawn.open(0, pty.name(), O_RDWR);
                    spawn.duplicate(0, 1);
                    spawn.duplicate(0, 2);
                    var end = Optional.of(pty.end());
                    yield call.start(spawn, new Streams(end, end, Optional.empty()));
                }
                case Plumbing.Files(var output, var errors) -> {
                    spawn.open(0, "/dev/null", O_RDONLY);
                    spawn.open(1, output.toString(), O_WRONLY | O_CREAT | O_TRUNC);
                    spawn.open(2, errors.toString(), O_WRONLY | O_CREAT | O_TRUNC);
                    yield call.start(
                            spawn,
                            new Streams(Optional.empty(), Optional.empty(), Optional.empty()));
                }
                case Plumbing.Pipes none -> piped(call, spawn);
            };
        }
    }

    private static HostProcess piped(HostProgramCall call, Spawn spawn) throws IOException {
        var ours = new ArrayList<Descriptor>();
        var theirs = new ArrayList<Descriptor>();
        try {
            for (var stream = 0; stream < 3; stream++) {
                var pipe = pipe();
                var reads = stream == 0;
                theirs.add(pipe.get(reads ? 0 : 1));
                ours.add(pipe.get(reads ? 1 : 0));
                spawn.duplicate(theirs.getLast().number(), stream);
            }
            return call.start(
                    spawn,
                    new Streams(
                            Optional.of(ours.get(0)),
                            Optional.of(ours.get(1)),
                            Optional.of(ours.get(2))));
        } catch (IOException e) {
            ours.forEach(Descriptor::close);
            throw e;
        } finally {
            theirs.forEach(Descriptor::close);
        }
    }

    /// The end to read from, and the one to write to.
    private static List<Descriptor> pipe() throws IOException {
        try (var arena = Arena.ofConfined()) {
            var ends = arena.allocate(ValueLayout.JAVA_INT, 2);
            Libc.PIPE2.call(ends, O_CLOEXEC);
            return List.of(
                    new Descriptor(ends.getAtIndex(ValueLayout.JAVA_INT, 0)),
                    new Descriptor(ends.getAtIndex(ValueLayout.JAVA_INT, 1)));
        }
    }

    /// Starts the program once its streams are laid.
    @FunctionalInterface
    interface HostProgramCall {
        HostProcess start(Spawn spawn, Streams streams) throws IOException;
    }

    @Override
    public void close() {
        input.ifPresent(Descriptor::close);
        output.ifPresent(Descriptor::close);
        errors.ifPresent(Descriptor::close);
    }
}
