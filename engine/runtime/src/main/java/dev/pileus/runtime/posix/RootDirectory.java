package dev.pileus.runtime.posix;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A directory that is `/` for every path given here. The kernel itself walks them so (`openat2(2)`
/// with `RESOLVE_IN_ROOT`, Linux 5.6): absolute links and `..` lead back into the directory, and
/// whoever swaps a component for a link during the walk gains nothing. Links of `/proc` that lead
/// anywhere are refused.
///
/// What is made, moved or removed is named by its last component inside of a directory that was
/// walked to, and that is never followed.
public final class RootDirectory implements AutoCloseable {
    private static final long OPENAT2 = 437;
    private static final long NO_MAGIC_LINKS = 0x02;
    private static final long IN_ROOT = 0x10;

    private static final int AT_FDCWD = -100;
    private static final int AT_REMOVEDIR = 0x200;
    private static final int AT_EMPTY_PATH = 0x1000;

    private static final int O_RDONLY = 0;
    private static final int O_WRONLY = 1;
    private static final int O_CREAT = 0100;
    private static final int O_EXCL = 0200;
    private static final int O_CLOEXEC = 02000000;
    private static final int O_PATH = 010000000;

    /// Differs between processors.
    private static final int O_NOFOLLOW =
            System.getProperty("os.arch").equals("aarch64") ? 0100000 : 0400000;

    /// How often a walk begins anew because somebody moved directories meanwhile.
    private static final int ATTEMPTS = 64;

    private static final int LONGEST_LINK = 4096;
    private static final int LISTING = 1 << 15;

    /// `struct open_how`: flags, mode, resolve.
    private static final MemoryLayout HOW = MemoryLayout.sequenceLayout(3, ValueLayout.JAVA_LONG);

    private final Descriptor directory;

    private RootDirectory(Descriptor directory) {
        this.directory = directory;
    }

    /// A place in a directory: where something is, or could be.
    private record Place(Descriptor parent, String name) implements AutoCloseable {
        @Override
        public void close() {
            parent.close();
        }
    }

    /// Takes a directory of the host; links on the way to it are followed.
    public static RootDirectory at(Path path) throws IOException {
        return new RootDirectory(open(AT_FDCWD, path.toString(), O_PATH, 0, 0));
    }

    /// Finds what is there; not yet opened for anything, whatever it is.
    ///
    /// @param follow whether a link at the end leads on
    public Descriptor find(String path, boolean follow) throws IOException {
        return walk(path, follow ? O_PATH : O_PATH | O_NOFOLLOW, 0);
    }

    /// Makes a file where nothing is yet, open for writing.
    public Descriptor makeFile(String path, int mode) throws IOException {
        try (var place = place(path)) {
            return open(
                    place.parent.number(),
                    place.name,
                    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW,
                    mode,
                    IN_ROOT | NO_MAGIC_LINKS);
        }
    }

    public void makeDirectory(String path, int mode) throws IOException {
        try (var place = place(path);
                var arena = Arena.ofConfined()) {
            Libc.MKDIRAT.call(place.parent.number(), arena.allocateFrom(place.name), mode);
        }
    }

    /// Makes a link; where it leads does not matter here.
    public void makeLink(String path, String target) throws IOException {
        try (var place = place(path);
                var arena = Arena.ofConfined()) {
            Libc.SYMLINKAT.call(
                    text(arena, target), place.parent.number(), arena.allocateFrom(place.name));
        }
    }

    /// Gives a file a second name.
    public void makeName(String path, String existing) throws IOException {
        try (var from = place(existing);
                var to = place(path);
                var arena = Arena.ofConfined()) {
            Libc.LINKAT.call(
                    from.parent.number(),
                    arena.allocateFrom(from.name),
                    to.parent.number(),
                    arena.allocateFrom(to.name),
                    0);
        }
    }

    public void removeFile(String path) throws IOException {
        remove(path, 0);
    }

    public void removeDirectory(String path) throws IOException {
        remove(path, AT_REMOVEDIR);
    }

    private void remove(String path, int flags) throws IOException {
        try (var place = place(path);
                var arena = Arena.ofConfined()) {
            Libc.UNLINKAT.call(place.parent.number(), arena.allocateFrom(place.name), flags);
        }
    }

    /// Moves it.
    ///
    /// @param replace whether what is at the new place may vanish
    public void rename(String from, String to, boolean replace) throws IOException {
        try (var before = place(from);
                var after = place(to);
                var arena = Arena.ofConfined()) {
            Libc.RENAMEAT2.call(
                    before.parent.number(),
                    arena.allocateFrom(before.name),
                    after.parent.number(),
                    arena.allocateFrom(after.name),
                    replace ? 0 : 1);
        }
    }

    /// Where a link leads.
    ///
    /// @param link found without following it
    public static String target(Descriptor link) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var buffer = arena.allocate(LONGEST_LINK);
            var length =
                    link.whileOpen(inner ->
                            Libc.READLINKAT.call(
                                    link.number(),
                                    inner.allocateFrom(""),
                                    buffer,
                                    buffer.byteSize()));
            return text(buffer, 0, Math.toIntExact(length));
        }
    }

    /// Whose it shall be, links not followed.
    public static void own(Descriptor found, long uid, long gid) throws IOException {
        found.whileOpen(arena ->
                Libc.FCHOWNAT.call(
                        found.number(),
                        arena.allocateFrom(""),
                        (int) uid,
                        (int) gid,
                        AT_EMPTY_PATH));
    }

    /// The names in a directory, in no order. Java's own listing knows only names in the encoding
    /// of the host's locale.
    public static List<String> names(Descriptor found) throws IOException {
        try (var opened = open(found.number(), ".", O_RDONLY, 0, IN_ROOT | NO_MAGIC_LINKS);
                var arena = Arena.ofConfined()) {
            var names = new ArrayList<String>();
            var buffer = arena.allocate(LISTING, Long.BYTES);
            while (true) {
                var length = Libc.GETDENTS64.call(opened.number(), buffer, buffer.byteSize());
                if (length == 0) {
                    return names;
                }
                for (var at = 0L; at < length; ) {
                    var name = buffer.getString(at + 19, StandardCharsets.UTF_8);
                    if (!name.equals(".") && !name.equals("..")) {
                        names.add(name);
                    }
                    at += Short.toUnsignedInt(buffer.get(ValueLayout.JAVA_SHORT, at + 16));
                }
            }
        }
    }

    private Place place(String path) throws IOException {
        var end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        var start = path.lastIndexOf('/', end - 1) + 1;
        var name = path.substring(start, end);
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw new ErrnoException("name", ErrnoException.EINVAL);
        }
        check(name);
        return new Place(walk(path.substring(0, start), O_PATH, 0), name);
    }

    private Descriptor walk(String path, int flags, int mode) throws IOException {
        check(path);
        var walked = path.isEmpty() ? "/" : path;
        return open(directory.number(), walked, flags, mode, IN_ROOT | NO_MAGIC_LINKS);
    }

    /// C's texts end there.
    private static void check(String text) throws ErrnoException {
        if (text.indexOf('\0') >= 0) {
            throw new ErrnoException("name", ErrnoException.EINVAL);
        }
    }

    private static Descriptor open(int at, String path, int flags, int mode, long resolve)
            throws IOException {
        try (var arena = Arena.ofConfined()) {
            var how = arena.allocate(HOW);
            how.setAtIndex(ValueLayout.JAVA_LONG, 0, flags | O_CLOEXEC);
            how.setAtIndex(ValueLayout.JAVA_LONG, 1, mode);
            how.setAtIndex(ValueLayout.JAVA_LONG, 2, resolve);
            for (var attempt = 1; ; attempt++) {
                try {
                    return new Descriptor(
                            Libc.SYSCALL.call(
                                    OPENAT2, at, arena.allocateFrom(path), how, how.byteSize()));
                } catch (ErrnoException e) {
                    if (e.errno() != ErrnoException.EAGAIN || attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        }
    }

    private static MemorySegment text(Arena arena, String text) throws ErrnoException {
        check(text);
        return arena.allocateFrom(text);
    }

    private static String text(MemorySegment bytes, long offset, int length) {
        return new String(
                bytes.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE),
                StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        directory.close();
    }
}
