package dev.pileus.runtime.storage;

import dev.pileus.api.MemberState.PoolUsage;
import dev.pileus.api.MemberState.Usage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How full a file system is. Java knows nothing of inodes, so they come from the C library where
/// it is laid out as on 64-bit Linux.
final class FileSystemUsage {
    private static final Logger LOG = LoggerFactory.getLogger(FileSystemUsage.class);

    /// `struct statvfs` is smaller on every Linux.
    private static final int STATVFS_SIZE = 256;

    private static final int FILES_OFFSET = 40;
    private static final int FREE_FILES_OFFSET = 48;
    private static final Optional<MethodHandle> STATVFS = statvfs();

    private FileSystemUsage() {}

    static PoolUsage of(Path path) throws IOException {
        var store = Files.getFileStore(path);
        var total = store.getTotalSpace();
        return new PoolUsage(new Usage(total - store.getUnallocatedSpace(), total), inodes(path));
    }

    private static Usage inodes(Path path) {
        if (STATVFS.isEmpty()) {
            return new Usage(0, 0);
        }
        try (var arena = Arena.ofConfined()) {
            var figures = arena.allocate(STATVFS_SIZE, Long.BYTES);
            var result =
                    (int) STATVFS.get().invokeExact(arena.allocateFrom(path.toString()), figures);
            if (result != 0) {
                return new Usage(0, 0);
            }
            var total = figures.get(ValueLayout.JAVA_LONG, FILES_OFFSET);
            return new Usage(total - figures.get(ValueLayout.JAVA_LONG, FREE_FILES_OFFSET), total);
        } catch (Throwable e) {
            LOG.warn("Cannot count the inodes of {}: {}", path, e.getMessage());
            return new Usage(0, 0);
        }
    }

    // the program is started with --enable-native-access
    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> statvfs() {
        if (!System.getProperty("os.name").equals("Linux")
                || ValueLayout.ADDRESS.byteSize() != Long.BYTES) {
            return Optional.empty();
        }
        var linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("statvfs")
                .map(function ->
                        linker.downcallHandle(
                                function,
                                FunctionDescriptor.of(
                                        ValueLayout.JAVA_INT,
                                        ValueLayout.ADDRESS,
                                        ValueLayout.ADDRESS)));
    }
}
