package dev.pileus.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Whether a member's daemon runs: it holds its lock until everything else is closed. Whoever takes
/// it instead keeps a daemon from starting.
public final class DaemonLock implements AutoCloseable {
    private final FileChannel file;

    private DaemonLock(FileChannel file) {
        this.file = file;
    }

    /// Whether a daemon runs.
    ///
    /// @param stateDirectory of the member
    public static boolean isHeld(Path stateDirectory) {
        try (var file = open(stateDirectory)) {
            return !isFree(file);
        } catch (IOException e) {
            throw unusable(stateDirectory, e);
        }
    }

    /// Takes it.
    ///
    /// @throws CommandException if a daemon runs
    public static DaemonLock take(Path stateDirectory) {
        try {
            var file = open(stateDirectory);
            if (isFree(file)) {
                return new DaemonLock(file);
            }
            file.close();
        } catch (IOException e) {
            throw unusable(stateDirectory, e);
        }
        throw new CommandException("The daemon is running, please stop it first.");
    }

    private static boolean isFree(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    private static FileChannel open(Path stateDirectory) throws IOException {
        return FileChannel.open(stateDirectory.resolve("daemon.lock"), StandardOpenOption.WRITE);
    }

    private static CommandException unusable(Path stateDirectory, IOException e) {
        return new CommandException(
                "there is no member in %s: cannot open %s"
                        .formatted(stateDirectory, e.getMessage()),
                e);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new CommandException("cannot give up the lock: " + e.getMessage(), e);
        }
    }
}
