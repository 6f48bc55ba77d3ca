package dev.pileus.database.raft;

import dev.pileus.database.DatabaseException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The folder of a replicated database: `identity`, `live/` (the replica), `raft/` (the log and
/// snapshots, Ratis' own). The live file stays out of Ratis' folder: installing a snapshot replaces
/// that whole.
record DatabaseFolder(Path root) {
    private static final String UNFINISHED = "unfinished";

    /// Where the live file is, or is to be created.
    Path prepareLive() {
        try {
            return Files.createDirectories(live());
        } catch (IOException e) {
            throw new DatabaseException("cannot prepare " + live() + ": " + e.getMessage(), e);
        }
    }

    /// The log and the snapshots of a group, as Ratis keeps them.
    Path raft(UUID group) {
        return root.resolve("raft").resolve(group.toString());
    }

    private Path live() {
        return root.resolve("live");
    }

    /// Makes an empty folder for a new database. What an interrupted attempt has left is cleared.
    ///
    /// @throws DatabaseException if there is a database, or anything else
    void create() {
        try {
            Files.createDirectories(root);
            if (Files.exists(root.resolve(UNFINISHED))) {
                deleteReplica();
                Files.deleteIfExists(root.resolve("identity"));
            }
            try (var there = Files.list(root)) {
                if (there.anyMatch(path -> !isOfNoWeight(path))) {
                    throw new DatabaseException(
                            root + " holds something already, and is left as it is");
                }
            }
            Files.writeString(root.resolve(UNFINISHED), "");
        } catch (IOException e) {
            throw new DatabaseException("cannot prepare " + root + ": " + e.getMessage(), e);
        }
    }

    /// The new database is complete.
    void finish() {
        try {
            Files.deleteIfExists(root.resolve(UNFINISHED));
        } catch (IOException e) {
            throw new DatabaseException("cannot finish " + root + ": " + e.getMessage(), e);
        }
    }

    private static boolean isOfNoWeight(Path path) {
        return path.endsWith(UNFINISHED) || path.endsWith(FolderLock.FILE);
    }

    boolean isUnfinished() {
        return Files.exists(root.resolve(UNFINISHED));
    }

    /// Removes this member's copy of the data, as when it becomes a spare.
    void deleteReplica() {
        try {
            delete(live());
            delete(root.resolve("raft"));
        } catch (IOException e) {
            throw new DatabaseException(
                    "cannot delete the replica in " + root + ": " + e.getMessage(), e);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path directory, @Nullable IOException fault) throws IOException {
                        Files.delete(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
