package dev.pileus.runtime.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.api.ApiException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders as they travel from member to member.
class TarStreamsTest {
    @TempDir Path temporary;
    private final TarStreams streams = new TarStreams();
    private Path from;
    private Path to;

    @BeforeEach
    void fill() throws IOException {
        from = Files.createDirectory(temporary.resolve("from"));
        to = Files.createDirectory(temporary.resolve("to"));
        Files.writeString(Files.createDirectories(from.resolve("a/b")).resolve("f"), "content\n");
        Files.createLink(from.resolve("hard"), from.resolve("a/b/f"));
        Files.createSymbolicLink(from.resolve("soft"), Path.of("/etc/passwd"));
        Files.setPosixFilePermissions(
                from.resolve("a"), PosixFilePermissions.fromString("rwx-----x"));
    }

    @Test
    void arrivesAsItWas() throws IOException {
        streams.receive(new ByteArrayInputStream(sent()), to);

        assertThat(to.resolve("a/b/f")).hasContent("content\n");
        assertThat(Files.getAttribute(to.resolve("hard"), "unix:ino"))
                .isEqualTo(Files.getAttribute(to.resolve("a/b/f"), "unix:ino"));
        assertThat(Files.readSymbolicLink(to.resolve("soft"))).hasToString("/etc/passwd");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(to.resolve("a"))))
                .isEqualTo("rwx-----x");
    }

    @Test
    void noticesWhatIsCutOffAnywhere() throws IOException {
        var sent = sent();
        for (var length : new int[] {0, 10, 512, 1024, sent.length - 1024, sent.length - 1}) {
            assertThatThrownBy(() -> receive(Arrays.copyOf(sent, length)))
                    .as("%d bytes of %d", length, sent.length)
                    .isInstanceOf(ApiException.class);
        }
    }

    @Test
    void noticesWhatIsDamaged() throws IOException {
        var sent = sent();
        var text = new String(sent, StandardCharsets.ISO_8859_1);
        sent[text.indexOf("content")] = 'C';
        assertThatThrownBy(() -> receive(sent))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("it ended early, or was damaged");
    }

    @Test
    void tellsWhenThereIsNothingToSend() {
        assertThatThrownBy(() ->
                        streams.send(temporary.resolve("nowhere"), new ByteArrayOutputStream()))
                .isInstanceOf(ApiException.class);
    }

    private byte[] sent() throws IOException {
        var output = new ByteArrayOutputStream();
        streams.send(from, output);
        return output.toByteArray();
    }

    private void receive(byte[] bytes) {
        streams.receive(new ByteArrayInputStream(bytes), to);
    }
}
