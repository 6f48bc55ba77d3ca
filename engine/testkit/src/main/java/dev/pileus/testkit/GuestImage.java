package dev.pileus.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// The smallest system worth a container: busybox, and an init that ends at once when asked to
/// (SIGPWR is how LXC asks). Everything else in the container dies with it.
public final class GuestImage {
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

    /// What can be executed directly. In the shell every applet of busybox works without a link,
    /// and each link adds a millisecond or two to every launch.
    private static final List<String> LINKS =
            List.of(
                    "sh",
                    "cat",
                    "echo",
                    "env",
                    "false",
                    "hostname",
                    "id",
                    "ls",
                    "ps",
                    "sleep",
                    "stty",
                    "tail",
                    "tee",
                    "true",
                    "uname");

    private GuestImage() {}

    /// Writes the unified tarball `busybox.tar` into a directory. Not compressed: that would only
    /// cost time.
    public static Path write(Path directory) {
        try {
            return tarball(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the image", e);
        }
    }

    private static Path tarball(Path directory) throws IOException {
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
        for (var applet : LINKS) {
            Files.createSymbolicLink(rootfs.resolve("bin").resolve(applet), BUSYBOX);
        }
        Files.writeString(rootfs.resolve("etc/passwd"), "root:x:0:0:root:/root:/bin/sh\n");
        Files.writeString(rootfs.resolve("etc/group"), "root:x:0:\n");
        var init = Files.writeString(rootfs.resolve("sbin/init"), INIT);
        Files.setPosixFilePermissions(init, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
