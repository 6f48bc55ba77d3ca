package dev.pileus.trust;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Writes a small file so that nobody ever sees half of it, or sees it with wider permissions. On
/// systems without POSIX permissions (Windows) the user's own profile directory protects it.
final class AtomicFile {
    private static final String OWNER_DIRECTORY = "rwx------";
    private static final String OWNER_ONLY = "rw-------";

    private AtomicFile() {}

    static void write(Path file, String text, String permissions) throws IOException {
        createPrivately(directory(file));
        writeBeside(file, text, permissions);
    }

    /// The directory exists, and keeps its permissions.
    static void writeBeside(Path file, String text, String permissions) throws IOException {
        var target = file.toAbsolutePath();
        var directory = directory(file);
        var draft = Files.createTempFile(directory, ".", ".new", attributes(directory, OWNER_ONLY));
        try {
            fill(draft, text);
            if (hasPermissions(directory)) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(permissions));
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static Path directory(Path file) throws IOException {
        var directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException(file + " is a directory");
        }
        return directory;
    }

    private static void createPrivately(Path directory) throws IOException {
        Files.createDirectories(directory, attributes(directory, OWNER_DIRECTORY));
        if (hasPermissions(directory)) {
            Files.setPosixFilePermissions(
                    directory, PosixFilePermissions.fromString(OWNER_DIRECTORY));
        }
    }

    private static void fill(Path draft, String text) throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] attributes(Path directory, String permissions) {
        return hasPermissions(directory)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
