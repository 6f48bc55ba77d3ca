package dev.pileus.runtime.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.api.ApiException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarFreightTest {
    private final TarFreight freight = new TarFreight();
    @TempDir Path folder;
    private Path from;

    @BeforeEach
    void fill() throws IOException {
        from = Files.createDirectories(folder.resolve("from/c1"));
        var file = Files.writeString(from.resolve("file"), "hello");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_123L));
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class)
                .write("note", StandardCharsets.UTF_8.encode("kept"));
        Files.createLink(from.resolve("again"), file);
        Files.createSymbolicLink(from.resolve("link"), Path.of("/etc/passwd"));
        Files.createDirectories(from.resolve("empty"));
        try (var sparse = new RandomAccessFile(from.resolve("sparse").toFile(), "rw")) {
            sparse.setLength(1 << 20);
        }
    }

    @Test
    void keepsWhatAFileSystemIsMadeOf() throws IOException, InterruptedException {
        var to = folder.resolve("to/c1");
        freight.unpack(new ByteArrayInputStream(packed()), to);

        var file = to.resolve("file");
        assertThat(file).hasContent("hello");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rwxr-x--x");
        assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(1_700_000_000_123L);
        assertThat(Files.getFileAttributeView(file, UserDefinedFileAttributeView.class).list())
                .contains("note");
        assertThat(Files.getAttribute(to.resolve("again"), "unix:ino"))
                .isEqualTo(Files.getAttribute(file, "unix:ino"));
        assertThat(Files.readSymbolicLink(to.resolve("link"))).isEqualTo(Path.of("/etc/passwd"));
        assertThat(to.resolve("empty")).isEmptyDirectory();
        assertThat(to.resolve("sparse")).hasSize(1 << 20);
    }

    @Test
    void refusesAStreamThatBreaksOff() throws IOException, InterruptedException {
        var whole = packed();
        var half = new ByteArrayInputStream(Arrays.copyOf(whole, 700));
        assertThatThrownBy(() -> freight.unpack(half, folder.resolve("to/c1")))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void refusesToReadWhatIsNotThere() {
        assertThatThrownBy(() ->
                        freight.pack(
                                folder.resolve("nothing"),
                                stream -> {
                                    var ignored = stream.readAllBytes();
                                }))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void addsUpTheSizes() {
        assertThat(freight.size(from)).isEqualTo((1 << 20) + 5 + 5);
    }

    private byte[] packed() throws InterruptedException {
        var stream = new ByteArrayOutputStream();
        freight.pack(
                from,
                tar -> {
                    var ignored = tar.transferTo(stream);
                });
        return stream.toByteArray();
    }
}
