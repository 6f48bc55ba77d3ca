package dev.pileus.cli.sandbox;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.pileus.cli.CommandException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a sandbox keeps on disk: `sandbox.properties` (how many members, first port) and one folder
/// for each member.
final class SandboxFolder {
    /// The kernel's limit for the path of a unix socket is 108 bytes with the closing zero.
    private static final int LONGEST_SOCKET = 107;

    private static final String MEMBERS = "members";
    private static final String PORT = "port";

    private final Path folder;

    SandboxFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path path() {
        return folder;
    }

    /// The members that were made here; none where no sandbox is.
    List<SandboxMember> members() {
        if (!Files.exists(file())) {
            return List.of();
        }
        var values = load();
        return members(number(values, MEMBERS), number(values, PORT));
    }

    /// What so many members would be; nothing is made.
    List<SandboxMember> members(int count, int port) {
        return IntStream.range(0, count).mapToObj(i -> member(i + 1, port + i)).toList();
    }

    /// Makes it so many members; those that are there stay as they are.
    void make(int members, int port) {
        var values = new Properties();
        values.setProperty(MEMBERS, Integer.toString(members));
        values.setProperty(PORT, Integer.toString(port));
        try {
            Files.createDirectories(folder);
            try (var out = Files.newBufferedWriter(file())) {
                values.store(out, null);
            }
            for (var member : members(members, port)) {
                checkLength(member);
                Files.createDirectories(member.folder());
            }
        } catch (IOException e) {
            throw new CommandException("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    /// Does what a second `up` or `down` must not do at the same time.
    <T> T exclusively(Supplier<T> work) {
        try {
            Files.createDirectories(folder);
            try (var channel = FileChannel.open(folder.resolve("lock"), CREATE, WRITE)) {
                if (channel.tryLock() == null) {
                    throw new CommandException("another command works on the sandbox in " + folder);
                }
                return work.get();
            }
        } catch (IOException e) {
            throw new CommandException("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    /// Removes only what a sandbox has made.
    void delete() {
        try {
            for (var member : members()) {
                deleteTree(member.folder());
            }
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new CommandException("cannot delete " + folder + ": " + e.getMessage(), e);
        }
    }

    private SandboxMember member(int number, int port) {
        var name = "m" + number;
        return new SandboxMember(name, folder.resolve(name), "127.0.0.1:" + port);
    }

    private void checkLength(SandboxMember member) {
        if (member.socket().toString().length() > LONGEST_SOCKET) {
            throw new CommandException(
                    "%s is too long for unix sockets, choose a shorter one with --dir"
                            .formatted(folder));
        }
    }

    private Properties load() {
        var values = new Properties();
        try (var in = Files.newBufferedReader(file())) {
            values.load(in);
            return values;
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandException("cannot read " + file() + ": " + e.getMessage(), e);
        }
    }

    private int number(Properties values, String key) {
        try {
            return Integer.parseInt(values.getProperty(key, ""));
        } catch (NumberFormatException e) {
            throw new CommandException(file() + " has no number for \"" + key + "\"", e);
        }
    }

    private Path file() {
        return folder.resolve("sandbox.properties");
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(
                tree,
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
                        if (fault != null) {
                            throw fault;
                        }
                        Files.delete(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
