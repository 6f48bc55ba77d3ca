package dev.pileus.runtime.lxc;

import dev.pileus.domain.instances.Guest;
import dev.pileus.domain.instances.exec.RecordedOutput;
import dev.pileus.domain.instances.logs.LogFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The logs of containers below a member's own folder.
public final class HostLogs implements LogFolders, RecordedOutput {
    private final LxcFolders folders;

    /// The logs of one member.
    ///
    /// @param stateDir everything it keeps
    public HostLogs(Path stateDir) {
        folders = new LxcFolders(stateDir);
    }

    @Override
    public Path logs(Guest guest) {
        return folders.logs(guest.handle());
    }

    @Override
    public Path output(Guest guest) {
        return logs(guest).resolve("exec-output");
    }

    @Override
    public Path folder(Guest guest) {
        try {
            return Files.createDirectories(output(guest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void empty(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
