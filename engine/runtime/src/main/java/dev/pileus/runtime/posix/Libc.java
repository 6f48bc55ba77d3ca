package dev.pileus.runtime.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;

/// Functions of the C library (glibc 2.34 or newer). Arguments are `int`, `long`, `short` or, for
/// pointers, a [MemorySegment], as the function declares them. A call holds its carrier: what may
/// block belongs on a platform thread.
enum Libc {
    CLOSE("close", JAVA_INT, JAVA_INT),
    FCHOWNAT("fchownat", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT),
    GETDENTS64("getdents64", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG),
    GRANTPT("grantpt", JAVA_INT, JAVA_INT),
    IOCTL("ioctl", JAVA_INT, 2, JAVA_INT, JAVA_LONG, ADDRESS),
    KILL("kill", JAVA_INT, JAVA_INT, JAVA_INT),
    LINKAT("linkat", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT),
    MKDIRAT("mkdirat", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT),
    MOUNT_SETATTR(
            "syscall", JAVA_LONG, 1, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_LONG),
    MOVE_MOUNT("syscall", JAVA_LONG, 1, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT),
    OPEN("open", JAVA_INT, 2, ADDRESS, JAVA_INT),
    OPEN_TREE("syscall", JAVA_LONG, 1, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT),
    PIPE2("pipe2", JAVA_INT, ADDRESS, JAVA_INT),
    POLL("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT),
    POSIX_OPENPT("posix_openpt", JAVA_INT, JAVA_INT),
    PRCTL("prctl", JAVA_INT, 1, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
    PTSNAME_R("ptsname_r", JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG),
    READ("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG),
    READLINKAT("readlinkat", JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG),
    RENAMEAT2("renameat2", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT),
    SETNS("setns", JAVA_INT, JAVA_INT, JAVA_INT),
    SETFSGID("setfsgid", JAVA_INT, JAVA_INT),
    SETFSUID("setfsuid", JAVA_INT, JAVA_INT),
    SIGEMPTYSET("sigemptyset", JAVA_INT, ADDRESS),
    SIGFILLSET("sigfillset", JAVA_INT, ADDRESS),
    SPAWN("posix_spawn", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS),
    SPAWN_ACTIONS("posix_spawn_file_actions_init", JAVA_INT, ADDRESS),
    SPAWN_ACTIONS_END("posix_spawn_file_actions_destroy", JAVA_INT, ADDRESS),
    SPAWN_ATTRIBUTES("posix_spawnattr_init", JAVA_INT, ADDRESS),
    SPAWN_ATTRIBUTES_END("posix_spawnattr_destroy", JAVA_INT, ADDRESS),
    SPAWN_CHDIR("posix_spawn_file_actions_addchdir_np", JAVA_INT, ADDRESS, ADDRESS),
    SPAWN_CLOSE_FROM("posix_spawn_file_actions_addclosefrom_np", JAVA_INT, ADDRESS, JAVA_INT),
    SPAWN_DUP("posix_spawn_file_actions_adddup2", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT),
    SPAWN_FLAGS("posix_spawnattr_setflags", JAVA_INT, ADDRESS, JAVA_SHORT),
    SPAWN_OPEN(
            "posix_spawn_file_actions_addopen",
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            JAVA_INT),
    SPAWN_SIGDEFAULT("posix_spawnattr_setsigdefault", JAVA_INT, ADDRESS, ADDRESS),
    SPAWN_SIGMASK("posix_spawnattr_setsigmask", JAVA_INT, ADDRESS, ADDRESS),
    STATX("statx", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS),
    SYMLINKAT("symlinkat", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS),
    SYSCALL("syscall", JAVA_LONG, 1, JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG),
    UMOUNT2("umount2", JAVA_INT, ADDRESS, JAVA_INT),
    UNLINKAT("unlinkat", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT),
    UNLOCKPT("unlockpt", JAVA_INT, JAVA_INT),
    UNSHARE("unshare", JAVA_INT, JAVA_INT),
    WAITID("waitid", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT),
    WAITPID("waitpid", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT),
    WRITE("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);

    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));

    private final String function;
    private final MethodHandle handle;

    Libc(String function, MemoryLayout result, MemoryLayout... parameters) {
        this(function, result, -1, parameters);
    }

    /// @param fixed how many parameters come before `...`, -1 when there is none
    @SuppressWarnings("restricted") // to call into the C library is what this class is for
    Libc(String function, MemoryLayout result, int fixed, MemoryLayout... parameters) {
        this.function = function;
        var linker = Linker.nativeLinker();
        var errno = Linker.Option.captureCallState("errno");
        this.handle =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow(function),
                        FunctionDescriptor.of(result, parameters),
                        fixed < 0
                                ? new Linker.Option[] {errno}
                                : new Linker.Option[] {
                                    errno, Linker.Option.firstVariadicArg(fixed)
                                });
    }

    /// For functions that answer -1 and tell the reason in `errno`.
    long call(Object... arguments) throws ErrnoException {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(STATE);
            var result = invoke(state, arguments);
            if (result < 0) {
                throw new ErrnoException(function, (int) ERRNO.get(state, 0L));
            }
            return result;
        }
    }

    /// For functions that answer the reason themselves.
    void callForError(Object... arguments) throws ErrnoException {
        try (var arena = Arena.ofConfined()) {
            var error = (int) invoke(arena.allocate(STATE), arguments);
            if (error != 0) {
                throw new ErrnoException(function, error);
            }
        }
    }

    private long invoke(MemorySegment state, Object... arguments) {
        var all = new ArrayList<Object>(List.of(state));
        all.addAll(List.of(arguments));
        try {
            return ((Number) handle.invokeWithArguments(all)).longValue();
        } catch (Throwable e) {
            throw new IllegalStateException(function + " cannot be called", e);
        }
    }
}
