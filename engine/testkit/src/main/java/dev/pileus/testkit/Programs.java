package dev.pileus.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where programs are, whatever search path the tests were started with.
final class Programs {
    /// Debian and Zabbly keep the Incus daemon outside of the usual path, and `PATH` of root often
    /// lacks the `sbin` directories.
    private static final List<String> DIRECTORIES =
            List.of(
                    "/usr/local/sbin",
                    "/usr/local/bin",
                    "/usr/sbin",
                    "/usr/bin",
                    "/sbin",
                    "/bin",
                    "/usr/libexec/incus",
                    "/opt/incus/bin");

    /// For the daemons, which call `ip`, `rsync`, `setfattr`, `tar`, `unsquashfs`, `xz` and others.
    static final String PATH = String.join(":", DIRECTORIES);

    private Programs() {}

    static Optional<Path> find(String program) {
        return DIRECTORIES.stream()
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
