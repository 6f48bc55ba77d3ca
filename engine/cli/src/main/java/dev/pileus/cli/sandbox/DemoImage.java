package dev.pileus.cli.sandbox;

import dev.pileus.cli.CommandException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// A system of a few hundred kilobytes for demonstrations: this computer's busybox, a shell, and an
/// init that waits for signals. Made without root: owners stand in the archive only.
final class DemoImage {
    private static final int PROGRAM = 0755;
    private static final int TEXT = 0644;

    /// SIGPWR is how a container is asked to end.
    private static final String INIT =
            """
            #!/bin/sh
            trap 'exit 0' PWR TERM INT
            while true; do
                sleep 3600 &
                wait $!
            done
            """;

    private static final List<String> FOLDERS =
            List.of("bin", "sbin", "etc", "dev", "proc", "sys", "run", "tmp", "root", "var", "usr");

    private static final List<String> APPLETS =
            List.of(
                    "sh",
                    "ls",
                    "cat",
                    "echo",
                    "ps",
                    "top",
                    "sleep",
                    "hostname",
                    "id",
                    "ip",
                    "free",
                    "df",
                    "mount",
                    "vi",
                    "true",
                    "env");

    private final Path busybox;
    private final String architecture;

    /// @param busybox linked statically
    /// @param architecture in the server's words, such as `x86_64`
    DemoImage(Path busybox, String architecture) {
        this.busybox = busybox;
        this.architecture = architecture;
    }

    /// Takes the busybox of this computer.
    static DemoImage ofThisComputer(String architecture) {
        var busybox = Path.of("/bin/busybox");
        if (!Files.isExecutable(busybox)) {
            throw new CommandException(
                    "demo instances are made from busybox, which is missing: apt-get install busybox-static");
        }
        return new DemoImage(busybox, architecture);
    }

    /// Writes the archive that image imports take.
    void write(Path tarball) throws IOException {
        try (var out = new TarArchiveOutputStream(Files.newOutputStream(tarball))) {
            put(out, "metadata.yaml", metadata(), TEXT);
            folder(out, "rootfs/");
            for (var folder : FOLDERS) {
                folder(out, "rootfs/" + folder + "/");
            }
            put(out, "rootfs/bin/busybox", Files.readAllBytes(busybox), PROGRAM);
            for (var applet : APPLETS) {
                link(out, "rootfs/bin/" + applet, "busybox");
            }
            put(out, "rootfs/sbin/init", bytes(INIT), PROGRAM);
            put(out, "rootfs/etc/passwd", bytes("root:x:0:0:root:/root:/bin/sh\n"), TEXT);
            put(out, "rootfs/etc/group", bytes("root:x:0:\n"), TEXT);
        }
    }

    private byte[] metadata() {
        return bytes(
                """
                architecture: %s
                creation_date: 1700000000
                properties:
                  os: busybox
                  description: Busybox of this computer, for demonstrations
                """
                        .formatted(architecture));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(TarArchiveOutputStream out, String name, byte[] content, int mode)
            throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setMode(mode);
        entry.setSize(content.length);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
    }

    private static void folder(TarArchiveOutputStream out, String name) throws IOException {
        out.putArchiveEntry(new TarArchiveEntry(name));
        out.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream out, String name, String target)
            throws IOException {
        var entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        out.putArchiveEntry(entry);
        out.closeArchiveEntry();
    }
}
