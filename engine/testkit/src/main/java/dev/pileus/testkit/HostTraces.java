package dev.pileus.testkit;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything that a cluster leaves on the host besides its daemons: the processes of containers,
/// mounts and files. What is not proven to belong to the directory is not touched.
///
/// @param root the directory that the whole cluster lives in; its name is unique
record HostTraces(Path root) {
    /// Daemons are started with this variable set to their cluster's directory, and pass it on to
    /// all that they start, except what runs inside of containers.
    static final String MARK = "PILEUS_TESTKIT";

    private static final Path PARENT = Path.of("/tmp");
    private static final String PREFIX = "pileus-tk-";

    /// File in the directory of a cluster that names the JVM which takes care of it.
    private static final String OWNER = "owner";

    private static final Logger LOG = LoggerFactory.getLogger(HostTraces.class);
    private static final Duration ERASED_WITHIN = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofMillis(25);

    /// How long the monitor of a dead container may take to remove its control groups.
    private static final Duration MONITOR_PATIENCE = Duration.ofSeconds(3);

    /// Makes a directory for a cluster of this JVM: directly in `/tmp` because the path of a unix
    /// socket must fit into 108 bytes, and open to search for the sub-users of unprivileged
    /// containers.
    static HostTraces inNewDirectory() {
        try {
            var unique = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            var root = Files.createDirectory(PARENT.resolve(PREFIX + unique));
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
            new HostLinks(root).rememberOthers();
            Files.writeString(root.resolve(OWNER), identity(ProcessHandle.current()));
            return new HostTraces(root);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a directory for the cluster", e);
        }
    }

    /// Erases what clusters of other JVMs left that were killed without a chance to clean up.
    static void eraseAbandoned() {
        try (var directories = Files.newDirectoryStream(PARENT, PREFIX + "*")) {
            for (var directory : directories) {
                if (claim(directory.resolve(OWNER))) {
                    LOG.info("Erasing the cluster in {}: its JVM is gone", directory);
                    new HostTraces(directory).erase();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for abandoned clusters", e);
        }
    }

    /// Only one of several JVMs that see an abandoned cluster succeeds in moving the file away.
    /// What another user put there is not for us to obey.
    private static boolean claim(Path owner) throws IOException {
        try {
            if (!Files.getOwner(owner).equals(Files.getOwner(Path.of("/proc/self")))) {
                return false;
            }
            var identity = Files.readString(owner);
            if (ProcessHandle.allProcesses().anyMatch(one -> identity.equals(identity(one)))) {
                return false;
            }
            var previous = owner.resolveSibling("previous-owner");
            Files.move(owner, previous, StandardCopyOption.ATOMIC_MOVE);
            Files.writeString(owner, identity(ProcessHandle.current()));
            return true;
        } catch (NoSuchFileException notYetOwnedOrClaimedByAnother) {
            return false;
        }
    }

    /// The start makes the difference when a number is used again.
    private static String identity(ProcessHandle process) {
        return process.pid()
                + " "
                + process.info().startInstant().map(Instant::toString).orElse("");
    }

    /// Ends the processes, removes mounts, bridges and files.
    void erase() {
        long patientUntil = System.nanoTime() + MONITOR_PATIENCE.toNanos();
        await("end of all processes of " + root)
                .atMost(ERASED_WITHIN)
                .pollDelay(Duration.ZERO)
                .pollInterval(GLANCE)
                .until(() -> endProcesses(System.nanoTime() < patientUntil));
        unmount();
        new HostLinks(root).deleteOurs();
        delete();
    }

    private boolean endProcesses(boolean sparingMonitors) {
        var processes = processes();
        for (var process : processes) {
            if (!(sparingMonitors && isMonitor(process))) {
                process.destroyForcibly();
            }
        }
        return processes.isEmpty();
    }

    /// All living processes of this cluster: daemons and their helpers, monitors of containers, and
    /// what runs in the containers.
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> isMarked(process) || isMonitor(process) || isGuest(process))
                .toList();
    }

    private boolean isMarked(ProcessHandle process) {
        var variables = read(process, "environ").split("\0", -1);
        return List.of(variables).contains(MARK + "=" + root);
    }

    private boolean isMonitor(ProcessHandle process) {
        return read(process, "cmdline").startsWith("[lxc monitor] " + root + "/");
    }

    /// A process whose root file system lies in our directory. The path in `mountinfo` is relative
    /// to the file system of the directory, hence only its last part is looked for.
    private boolean isGuest(ProcessHandle process) {
        return read(process, "mountinfo")
                .lines()
                .map(line -> line.split(" ", -1))
                .filter(fields -> fields.length > 4 && fields[4].equals("/"))
                .anyMatch(fields -> fields[3].contains("/" + root.getFileName() + "/"));
    }

    private static String read(ProcessHandle process, String file) {
        try {
            var path = Path.of("/proc", Long.toString(process.pid()), file);
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException goneOrNotOurs) {
            return "";
        }
    }

    /// Mount points below the directory, in the order of mounting.
    List<String> mounts() {
        try {
            return Files.readAllLines(Path.of("/proc/self/mounts")).stream()
                    .map(line -> line.split(" ", -1)[1])
                    .filter(mountPoint -> mountPoint.startsWith(root + "/"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the mounts", e);
        }
    }

    private void unmount() {
        var mounts = mounts();
        if (!mounts.isEmpty()) {
            var command = new ArrayList<String>(List.of("umount", "--lazy"));
            command.addAll(mounts.reversed());
            Command.of(command).output();
        }
    }

    /// Again and again because a start that is being aborted may still be writing files. The owner
    /// is named to the last: a deletion that is itself cut short is then completed by another JVM.
    private void delete() {
        await("deletion of " + root)
                .atMost(ERASED_WITHIN)
                .pollDelay(Duration.ZERO)
                .pollInterval(GLANCE)
                .ignoreExceptionsInstanceOf(FileSystemException.class)
                .until(() -> {
                    deleteContents();
                    Files.deleteIfExists(root.resolve(OWNER));
                    Files.deleteIfExists(root);
                    return true;
                });
    }

    private void deleteContents() throws IOException {
        if (Files.notExists(root)) {
            return;
        }
        try (var entries = Files.newDirectoryStream(root)) {
            for (var entry : entries) {
                if (!entry.endsWith(OWNER)) {
                    Files.walkFileTree(entry, new Deletion());
                }
            }
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
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
