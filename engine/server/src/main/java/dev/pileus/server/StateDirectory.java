package dev.pileus.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Where a member keeps everything. One daemon at a time.
final class StateDirectory implements AutoCloseable {
    /// Others may go through to the socket, and see nothing on the way.
    private static final String MODE = "rwx--x--x";

    private final Path path;
    private final FileChannel lock;

    private StateDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Creates it where it is missing.
    ///
    /// @throws IOException if it cannot be used, or another daemon uses it
    static StateDirectory open(Path path) throws IOException {
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(MODE));
        } catch (FileSystemException e) {
            var reason = e.getReason() == null ? "it cannot be made" : e.getReason();
            throw new IOException("cannot keep anything in " + path + ": " + reason, e);
        }
        var file = path.resolve("daemon.lock");
        var lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                return new StateDirectory(path, lock);
            }
        } catch (OverlappingFileLockException sameProcess) {
            // said below
        }
        lock.close();
        throw new IOException("another daemon runs in " + path);
    }

    Path socket() {
        return path.resolve("unix.socket");
    }

    /// Created, and nobody else may look inside.
    Path databases() throws IOException {
        var databases = path.resolve("database");
        Files.createDirectories(
                databases,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return databases;
    }

    /// Empty: what an earlier daemon has left there is of no use to anybody.
    Path scratch() throws IOException {
        var scratch = Files.createDirectories(path.resolve("scratch"));
        try (var leftovers = Files.newDirectoryStream(scratch)) {
            for (var leftover : leftovers) {
                Files.delete(leftover);
            }
        }
        return scratch;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
