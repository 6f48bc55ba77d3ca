package dev.pileus.server.members;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// Where the cluster's database lies on this member's disk, and the one it had before while it
/// joins another cluster.
final class DatabaseFolders {
    private final Path current;
    private final Path before;
    private final Path leaving;

    /// @param databases the folder for all databases of this member
    DatabaseFolders(Path databases) {
        this.current = databases.resolve("global");
        this.before = databases.resolve("global.before");
        this.leaving = databases.resolve("leaving");
    }

    Path current() {
        return current;
    }

    /// Whether a join was cut short by the end of the daemon.
    boolean isJoinUnfinished() {
        return Files.exists(before);
    }

    /// Makes room for another database; this one can come back.
    void setAside() {
        move(current, before);
    }

    /// From now on nothing here counts, also if the daemon ends in the middle of it.
    void beginLeaving() {
        try {
            Files.writeString(leaving, "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + leaving, e);
        }
    }

    boolean isLeavingUnfinished() {
        return Files.exists(leaving);
    }

    void endLeaving() {
        delete(leaving);
    }

    /// What was set aside is what counts again.
    void bringBack() {
        delete(current);
        move(before, current);
    }

    /// What was set aside is not needed any more.
    void forgetOld() {
        delete(before);
    }

    void deleteCurrent() {
        delete(current);
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rename " + from, e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException fault)
                throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
