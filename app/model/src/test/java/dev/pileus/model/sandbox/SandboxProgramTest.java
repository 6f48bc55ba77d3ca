package dev.pileus.model.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxProgramTest {
    @TempDir Path folder;

    @Test
    void tellsTheStepsAndFindsTheSocket() throws Exception {
        var steps = new ArrayList<String>();
        var door =
                door(
                        """
                        [ "$*" = "sandbox up --print-socket" ] || exit 9
                        echo "Starting m1 ..." >&2
                        echo "m2 joins ..." >&2
                        echo /srv/sandbox/m1/unix.socket
                        """);
        assertThat(SandboxProgram.at(door).up(steps::add))
                .isEqualTo(Path.of("/srv/sandbox/m1/unix.socket"));
        assertThat(steps).containsExactly("Starting m1 ...", "m2 joins ...");
    }

    @Test
    void repeatsWhyItFailed() throws Exception {
        var door = door("echo 'pileus: something else listens on 127.0.0.1:18443' >&2; exit 1");
        assertThatThrownBy(() -> SandboxProgram.at(door).up(step -> {}))
                .isInstanceOf(SandboxException.class)
                .hasMessage("something else listens on 127.0.0.1:18443");
    }

    @Test
    void saysWhenThereIsNoSuchProgram() {
        assertThatThrownBy(
                        () -> SandboxProgram.at(folder.resolve("nope").toString()).up(step -> {}))
                .isInstanceOf(IOException.class);
    }

    private String door(String script) throws IOException {
        var file = folder.resolve("pileus");
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }
}
