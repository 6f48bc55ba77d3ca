package dev.pileus.runtime.lxc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The configurations and logs of containers below a member's own folder.
final class LxcFolders {
    /// Such as `lxc-start: c1: ../src/lxc/parse.c: lxc_file_for_each_line_mmap: 129 `.
    private static final Pattern PLACE = Pattern.compile("^[\\w-]+: .*?\\.c: \\w+: \\d+ ");

    /// Characters of what tells this member from others on the host.
    private static final int MARK = 8;

    private static final String LOG = "lxc.log";
    private static final String CONSOLE = "console.log";
    private static final String EARLIER = ".old";

    private final Path stateDir;

    LxcFolders(Path stateDir) {
        this.stateDir = stateDir.toAbsolutePath().normalize();
    }

    /// What liblxc calls its path.
    Path containers() {
        return stateDir.resolve("lxc");
    }

    Path logs(String handle) {
        return stateDir.resolve("logs").resolve(handle);
    }

    /// A name for control groups that no other member on this host has.
    String groupName() {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(stateDir.toString().getBytes(StandardCharsets.UTF_8));
            return "pileus-" + HexFormat.of().formatHex(digest).substring(0, MARK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /// Writes a container's configuration.
    Path configure(String handle, String text) {
        try {
            var folder = containers().resolve(handle);
            make(folder);
            return Files.writeString(folder.resolve("config"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Begins new logs, and keeps those of the last time.
    void turnLogs(String handle) {
        try {
            make(logs(handle));
            for (var name : List.of(LOG, CONSOLE)) {
                var log = logs(handle).resolve(name);
                if (Files.exists(log)) {
                    Files.move(
                            log,
                            log.resolveSibling(name + EARLIER),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the log says went wrong, for people.
    Optional<String> errors(String handle) {
        try {
            var errors =
                    Files.readAllLines(logs(handle).resolve(LOG)).stream()
                            .filter(line -> line.contains(" ERROR "))
                            .map(line -> line.substring(line.indexOf(" - ") + 3))
                            .map(line -> line.substring(line.indexOf(" - ") + 3))
                            .limit(3)
                            .toList();
            return errors.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", errors));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// What a tool says that cannot write its log yet, without the places in its source.
    static String words(String errors) {
        return errors.lines()
                .map(line -> PLACE.matcher(line).replaceFirst(""))
                .filter(line -> !line.isBlank())
                .limit(2)
                .collect(Collectors.joining("; "));
    }

    void delete(String handle) {
        try {
            deleteAll(containers().resolve(handle));
            deleteAll(logs(handle));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void rename(String handle, String newHandle) {
        try {
            deleteAll(containers().resolve(handle));
            if (Files.exists(logs(handle))) {
                deleteAll(logs(newHandle));
                Files.move(logs(handle), logs(newHandle));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var tree = Files.walk(folder)) {
            for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
