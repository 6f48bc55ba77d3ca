package dev.pileus.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/// The smallest system worth a container: busybox under all its names, and an init that ends at
/// once when asked to (SIGPWR is how LXC asks). Everything else in the container dies with it.
final class GuestImage {
    static final Path BUSYBOX = Path.of("/bin/busybox");

    private static final String INIT =
            """
            #!/bin/sh
            trap 'exit 0' PWR TERM INT
            while :; do sleep 3600 & wait $!; done
            """;

    private static final List<String> DIRECTORIES =
            List.of(
                    "bin",
                    "sbin",
                    "usr/bin",
                    "usr/sbin",
                    "etc",
                    "dev",
                    "proc",
                    "sys",
                    "run",
                    "tmp",
                    "root");

    /// Applets that would take the place of files made here.
    private static final Set<String> NOT_LINKED = Set.of("bin/busybox", "sbin/init", "linuxrc");

    private GuestImage() {}

    /// Writes the unified tarball `busybox.tar` into a directory. Not compressed: that would only
    /// cost time.
    static Path write(Path directory) throws IOException {
        var work = Files.createDirectory(directory.resolve("image"));
        var tarball = directory.resolve("busybox.tar");
        Files.writeString(work.resolve("metadata.yaml"), metadata());
        fill(work.resolve("rootfs"));
        Command.of(
                        "tar",
                        "--owner=0",
                        "--group=0",
                        "-cf",
                        tarball.toString(),
                        "-C",
                        work.toString(),
                        "metadata.yaml",
                        "rootfs")
                .output();
        return tarball;
    }

    private static String metadata() {
        return """
        architecture: %s
        creation_date: 1700000000
        properties: {os: busybox, release: testkit, description: busybox for tests}
        """
                .formatted(System.getProperty("os.arch").replace("amd64", "x86_64"));
    }

    private static void fill(Path rootfs) throws IOException {
        for (var directory : DIRECTORIES) {
            Files.createDirectories(rootfs.resolve(directory));
        }
        Files.copy(BUSYBOX, rootfs.resolve("bin/busybox"));
        for (var applet : Command.of(BUSYBOX.toString(), "--list-full").output().lines().toList()) {
            if (!NOT_LINKED.contains(applet)) {
                Files.createSymbolicLink(rootfs.resolve(applet), BUSYBOX);
            }
        }
        Files.writeString(rootfs.resolve("etc/passwd"), "root:x:0:0:root:/root:/bin/sh\n");
        Files.writeString(rootfs.resolve("etc/group"), "root:x:0:\n");
        var init = Files.writeString(rootfs.resolve("sbin/init"), INIT);
        Files.setPosixFilePermissions(init, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
