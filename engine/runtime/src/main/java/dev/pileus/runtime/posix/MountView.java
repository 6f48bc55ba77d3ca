package dev.pileus.runtime.posix;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/// What a process sees mounted, to be changed from outside while it runs (Linux 5.12). Something of
/// the host is taken as a mount that is nowhere yet, and put to its place by a thread that sees
/// what the process sees: links there lead where they lead for the process, never to the host.
public final class MountView implements AutoCloseable {
    private static final long OPEN_TREE = 428;
    private static final long MOVE_MOUNT = 429;
    private static final long MOUNT_SETATTR = 442;

    private static final int AT_FDCWD = -100;
    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int AT_RECURSIVE = 0x8000;
    private static final int O_CLOEXEC = 02000000;
    private static final int OPEN_TREE_CLONE = 1;
    private static final int MOVE_MOUNT_F_EMPTY_PATH = 4;
    private static final long MOUNT_ATTR_RDONLY = 1;
    private static final long MOUNT_ATTR_IDMAP = 0x10_0000;
    private static final long MS_PRIVATE = 1 << 18;
    private static final int MNT_DETACH = 2;
    private static final int CLONE_FS = 0x200;
    private static final int CLONE_NEWNS = 0x2_0000;

    /// `struct mount_attr`: what to set, what to clear, propagation, the user namespace's file.
    private static final MemoryLayout ATTRIBUTES =
            MemoryLayout.sequenceLayout(4, ValueLayout.JAVA_LONG);

    private final Descriptor mounts;
    private final Descriptor users;

    private MountView(Descriptor mounts, Descriptor users) {
        this.mounts = mounts;
        this.users = users;
    }

    /// What a process sees from now on, also when its number belongs to another one later.
    public static MountView of(long process) throws IOException {
        var namespaces = Path.of("/proc", Long.toString(process), "ns");
        var mounts = open(namespaces.resolve("mnt"));
        try {
            return new MountView(mounts, open(namespaces.resolve("user")));
        } catch (IOException e) {
            mounts.close();
            throw e;
        }
    }

    /// Shows it something of the host, with everything mounted below.
    ///
    /// @param target as the process sees it; something has to be there
    /// @param shifted whether owners are those of the process' user namespace, not the host's
    public void show(Path source, String target, boolean readOnly, boolean shifted)
            throws IOException {
        try (var tree = detached(source)) {
            attribute(tree, readOnly, shifted);
            inside(arena ->
                    Libc.MOVE_MOUNT.call(
                            MOVE_MOUNT,
                            tree.number(),
                            arena.allocateFrom(""),
                            AT_FDCWD,
                            arena.allocateFrom(target),
                            MOVE_MOUNT_F_EMPTY_PATH));
        }
    }

    /// Takes away what is mounted there; who has files of it open keeps them. Nothing happens where
    /// nothing is mounted.
    public void hide(String target) throws IOException {
        inside(arena -> {
            try {
                return Libc.UMOUNT2.call(arena.allocateFrom(target), MNT_DETACH);
            } catch (ErrnoException e) {
                if (e.errno() == ErrnoException.EINVAL || e.errno() == ErrnoException.ENOENT) {
                    return 0;
                }
                throw e;
            }
        });
    }

    private static Descriptor detached(Path source) throws IOException {
        try (var arena = Arena.ofConfined()) {
            return new Descriptor(
                    Libc.OPEN_TREE.call(
                            OPEN_TREE,
                            AT_FDCWD,
                            arena.allocateFrom(source.toString()),
                            OPEN_TREE_CLONE | O_CLOEXEC | AT_RECURSIVE));
        }
    }

    /// What is mounted below later, on either side, is not seen on the other.
    private void attribute(Descriptor tree, boolean readOnly, boolean shifted) throws IOException {
        tree.whileOpen(arena -> {
            var attributes = arena.allocate(ATTRIBUTES);
            set(
                    attributes,
                    0,
                    (readOnly ? MOUNT_ATTR_RDONLY : 0) | (shifted ? MOUNT_ATTR_IDMAP : 0));
            set(attributes, 2, MS_PRIVATE);
            set(attributes, 3, shifted ? users.number() : 0);
            return Libc.MOUNT_SETATTR.call(
                    MOUNT_SETATTR,
                    tree.number(),
                    arena.allocateFrom(""),
                    AT_EMPTY_PATH | AT_RECURSIVE,
                    attributes,
                    attributes.byteSize());
        });
    }

    private static void set(MemorySegment attributes, int index, long value) {
        attributes.setAtIndex(ValueLayout.JAVA_LONG, index, value);
    }

    private void inside(Descriptor.Call call) throws IOException {
        var ignored =
                OwnThread.call(
                        "mounts",
                        () -> {
                            Libc.UNSHARE.call(CLONE_FS);
                            Libc.SETNS.call(mounts.number(), CLONE_NEWNS);
                            return mounts.whileOpen(call);
                        });
    }

    private static Descriptor open(Path path) throws IOException {
        try (var arena = Arena.ofConfined()) {
            return new Descriptor(Libc.OPEN.call(arena.allocateFrom(path.toString()), O_CLOEXEC));
        }
    }

    @Override
    public void close() {
        users.close();
        mounts.close();
    }
}
