package dev.pileus.runtime.posix;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Starts one program as the leader of a session of its own. Java's own way to start programs opens
/// terminals as a daemon must not: it would own them.
final class Spawn implements AutoCloseable {
    /// Bytes; more than any C library's `posix_spawn_file_actions_t`, `posix_spawnattr_t`,
    /// `sigset_t`.
    private static final int OPAQUE = 1024;

    private static final short SETSIGDEF = 0x04;
    private static final short SETSIGMASK = 0x08;
    private static final short SETSID = 0x80;
    private static final int STREAMS = 3;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment actions = arena.allocate(OPAQUE);
    private final MemorySegment attributes = arena.allocate(OPAQUE);

    Spawn() throws ErrnoException {
        Libc.SPAWN_ACTIONS.callForError(actions);
        Libc.SPAWN_ATTRIBUTES.callForError(attributes);
    }

    /// What is opened first of all terminals becomes the session's.
    void open(int stream, String path, int flags) throws ErrnoException {
        Libc.SPAWN_OPEN.callForError(actions, stream, arena.allocateFrom(path), flags, 0600);
    }

    void duplicate(int from, int stream) throws ErrnoException {
        Libc.SPAWN_DUP.callForError(actions, from, stream);
    }

    /// Starts it with nothing of ours open beside its streams, and no signal blocked or ignored.
    ///
    /// @return its number
    int start(List<String> command, Map<String, String> environment, Path directory)
            throws IOException {
        Libc.SPAWN_CHDIR.callForError(actions, arena.allocateFrom(directory.toString()));
        Libc.SPAWN_CLOSE_FROM.callForError(actions, STREAMS);
        var signals = arena.allocate(OPAQUE);
        Libc.SIGFILLSET.call(signals);
        Libc.SPAWN_SIGDEFAULT.callForError(attributes, signals);
        Libc.SIGEMPTYSET.call(signals);
        Libc.SPAWN_SIGMASK.callForError(attributes, signals);
        Libc.SPAWN_FLAGS.callForError(attributes, (short) (SETSIGDEF | SETSIGMASK | SETSID));
        var pid = arena.allocate(ValueLayout.JAVA_INT);
        var variables =
                environment.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList();
        Libc.SPAWN.callForError(
                pid,
                arena.allocateFrom(command.getFirst()),
                actions,
                attributes,
                strings(command),
                strings(variables));
        return pid.get(ValueLayout.JAVA_INT, 0);
    }

    private MemorySegment strings(List<String> texts) {
        var array = arena.allocate(ValueLayout.ADDRESS, texts.size() + 1L);
        for (var i = 0; i < texts.size(); i++) {
            array.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(texts.get(i)));
        }
        return array;
    }

    @Override
    public void close() throws ErrnoException {
        Libc.SPAWN_ACTIONS_END.callForError(actions);
        Libc.SPAWN_ATTRIBUTES_END.callForError(attributes);
        arena.close();
    }
}
