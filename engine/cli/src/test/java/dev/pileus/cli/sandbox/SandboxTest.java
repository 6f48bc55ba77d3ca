package dev.pileus.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.cli.CommandException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {
    @TempDir Path place;

    @Test
    void aPortInUseLeavesNoSandboxThatWouldInsistOnIt() throws IOException {
        var folder = new SandboxFolder(place);
        try (var taken = taken()) {
            assertThatThrownBy(() -> sandbox(folder).up(3, taken.getLocalPort(), 0))
                    .isInstanceOf(CommandException.class)
                    .hasMessageEndingWith("choose another first port with --port");
        }
        assertThat(folder.members()).isEmpty();
    }

    @Test
    void aSandboxKeepsItsPorts() throws IOException {
        var folder = new SandboxFolder(place);
        try (var taken = taken()) {
            folder.make(2, taken.getLocalPort());
            assertThatThrownBy(() -> sandbox(folder).up(2, 1, 0))
                    .isInstanceOf(CommandException.class)
                    .hasMessage(
                            "something else listens on 127.0.0.1:%d, end it, or make another sandbox with --dir",
                            taken.getLocalPort());
        }
    }

    @Test
    void saysHowToStopThisSandboxAndNoOther() {
        var members = new SandboxFolder(place).members(1, 18443);
        assertThat(SandboxReport.of(" --dir /else", members))
                .endsWith("./pileus sandbox up --dir /else\n");
    }

    private static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static Sandbox sandbox(SandboxFolder folder) {
        return new Sandbox(folder, state -> List.of("false"), line -> {});
    }
}
