package dev.pileus.runtime.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// Tarballs as an honest or a hostile hand makes them.
final class TestTar {
    static final String METADATA =
            """
            architecture: x86_64
            creation_date: 1700000000
            properties: {os: busybox, release: 1}
            """;

    private record Entry(String name, byte type, String target, String content, int mode) {}

    private final List<Entry> entries = new ArrayList<>();

    /// A whole image without anything odd.
    static TestTar image() {
        return metadata().folder("rootfs").file("rootfs/etc/hostname", "c1\n");
    }

    static TestTar metadata() {
        return new TestTar().file("metadata.yaml", METADATA);
    }

    TestTar file(String name, String content) {
        return add(name, TarConstants.LF_NORMAL, "", content, 0644);
    }

    TestTar program(String name, String content) {
        return add(name, TarConstants.LF_NORMAL, "", content, 04755);
    }

    TestTar folder(String name) {
        return add(name, TarConstants.LF_DIR, "", "", 0755);
    }

    TestTar link(String name, String target) {
        return add(name, TarConstants.LF_SYMLINK, target, "", 0777);
    }

    TestTar hardLink(String name, String target) {
        return add(name, TarConstants.LF_LINK, target, "", 0644);
    }

    private TestTar add(String name, byte type, String target, String content, int mode) {
        entries.add(new Entry(name, type, target, content, mode));
        return this;
    }

    Path write(Path file) {
        try (var tar = new TarArchiveOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries) {
                // names are kept as they are, also such as no decent program writes
                var header = new TarArchiveEntry(entry.name(), entry.type(), true);
                header.setLinkName(entry.target());
                header.setMode(entry.mode());
                var content = entry.content().getBytes(StandardCharsets.UTF_8);
                header.setSize(content.length);
                tar.putArchiveEntry(header);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
