package dev.pileus.runtime.storage;

import dev.pileus.api.ApiException;
import dev.pileus.domain.instances.VolumeFolders;
import dev.pileus.runtime.HostProgram;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Instances' folders in pools that are plain directories. Links are never followed: what they lead
/// to is the instance's business, not the host's.
public final class DirFolders implements VolumeFolders {
    private static final Duration PATIENCE = Duration.ofHours(12);

    /// Guests' users go through to their own files, and see nothing on the way.
    private static final String PASSABLE = "rwx--x--x";

    @Override
    public void make(Path folder) {
        delete(folder);
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(PASSABLE));
            if (folder.endsWith("rootfs")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        } catch (IOException e) {
            throw refusal("make", folder, e);
        }
    }

    @Override
    public void copy(Path from, Path to) throws InterruptedException {
        if (!exists(from)) {
            throw new ApiException(500, "The folder '" + from + "' is missing");
        }
        try {
            var parent = to.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
                Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString(PASSABLE));
            }
            var ignored =
                    HostProgram.of(
                                    "cp",
                                    "--archive",
                                    "--reflink=auto",
                                    "--no-target-directory",
                                    "--",
                                    from.toString(),
                                    to.toString())
                            .run(PATIENCE)
                            .orRefuse("Failed to copy '" + from + "'");
        } catch (IOException e) {
            throw refusal("make", to, e);
        } catch (RuntimeException | InterruptedException e) {
            delete(to);
            throw e;
        }
    }

    @Override
    public void move(Path from, Path to) {
        try {
            var parent = to.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.move(from, to);
        } catch (IOException e) {
            throw refusal("move", from, e);
        }
    }

    @Override
    public void delete(Path folder) {
        if (!exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException e) {
            throw refusal("delete", folder, e);
        }
    }

    @Override
    public boolean exists(Path folder) {
        return Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    }

    private static ApiException refusal(String what, Path folder, IOException why) {
        return new ApiException(
                500, "Cannot %s '%s': %s".formatted(what, folder, why.getMessage()));
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
                throws IOException {
            if (problem != null) {
                throw problem;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
