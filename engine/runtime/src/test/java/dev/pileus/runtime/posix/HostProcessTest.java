package dev.pileus.runtime.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class HostProcessTest {
    private static final Path TOP = Path.of("/");

    @TempDir Path folder;

    @Test
    void tellsHowAProgramEnded() throws Exception {
        assertThat(ended("exit 3")).isEqualTo(3);
        assertThat(ended("kill -9 $$")).isEqualTo(137);
        assertThat(ended("kill -15 $$")).isEqualTo(143);
    }

    @Test
    void refusesAProgramThatIsNotThere() {
        assertThatThrownBy(() ->
                        HostProcess.start(
                                List.of("/nowhere/at/all"), Map.of(), TOP, new Plumbing.Pipes()))
                .isInstanceOfSatisfying(
                        ErrnoException.class,
                        e -> assertThat(e.errno()).isEqualTo(ErrnoException.ENOENT));
    }

    @Test
    void carriesWhatGoesInAndComesOut() throws Exception {
        var much = new byte[1 << 20];
        try (var cat =
                HostProcess.start(List.of("/bin/cat"), Map.of(), TOP, new Plumbing.Pipes())) {
            var writer =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    cat.write(ByteBuffer.wrap(much));
                                    cat.closeInput();
                                } catch (IOException | InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            assertThat(output(cat)).hasSize(much.length);
            writer.join();
            assertThat(cat.await()).isZero();
        }
    }

    @Test
    void keepsComplaintsApart() throws Exception {
        try (var shell = shell("echo out; echo err >&2", new Plumbing.Pipes())) {
            var errors = new ByteArrayOutputStream();
            assertThat(output(shell)).asString().isEqualTo("out\n");
            shell.carryErrors(bytes -> append(errors, bytes));
            assertThat(errors.toString(StandardCharsets.UTF_8)).isEqualTo("err\n");
        }
    }

    @Test
    void doesNotWaitForChildrenThatHoldTheStreams() throws Exception {
        try (var shell = shell("sleep 60 & echo $!", new Plumbing.Pipes())) {
            var child = new String(output(shell), StandardCharsets.UTF_8).strip();
            assertThat(shell.await()).isZero();
            ProcessHandle.of(Long.parseLong(child)).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void givesATerminalOfItsOwn() throws Exception {
        try (var pty = Pty.open(91, 31);
                var shell = shell("tty; stty size", new Plumbing.Terminal(pty))) {
            assertThat(output(shell)).asString().contains("/dev/pts/", "31 91");
            assertThat(shell.await()).isZero();
        }
    }

    @Test
    void interruptsByKey() throws Exception {
        try (var pty = Pty.open(80, 25);
                var shell = shell("echo ready; exec cat", new Plumbing.Terminal(pty))) {
            var seen = outputWhenReady(shell, () -> shell.write(ByteBuffer.wrap(new byte[] {3})));
            assertThat(shell.await()).isEqualTo(130);
            assertThat(seen).contains("^C");
        }
    }

    @Test
    void tellsOfAnotherSize() throws Exception {
        var script = "trap 'stty size; exit 7' WINCH; echo ready; while :; do sleep 0.05; done";
        try (var pty = Pty.open(80, 25);
                var shell = shell(script, new Plumbing.Terminal(pty))) {
            assertThat(outputWhenReady(shell, () -> pty.resize(100, 40))).contains("40 100");
            assertThat(shell.await()).isEqualTo(7);
        }
    }

    private static String outputWhenReady(HostProcess shell, Deed deed) throws Exception {
        var seen = new ByteArrayOutputStream();
        shell.carryOutput(bytes -> {
            append(seen, bytes);
            if (seen.toString(StandardCharsets.UTF_8).equals("ready\r\n")) {
                try {
                    deed.run();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        return seen.toString(StandardCharsets.UTF_8);
    }

    private interface Deed {
        void run() throws IOException, InterruptedException;
    }

    @Test
    void endsWhenItsTerminalIsCutOff() throws Exception {
        var pty = Pty.open(80, 25);
        try (var shell = shell("sleep 60", new Plumbing.Terminal(pty))) {
            pty.close();
            assertThat(shell.await(Duration.ofSeconds(10))).isEqualTo(OptionalInt.of(129));
        }
    }

    @Test
    void inheritsNothing() throws Exception {
        try (var shell = shell("env; ls /proc/$$/fd | wc -l", new Plumbing.Pipes())) {
            var told = new String(output(shell), StandardCharsets.UTF_8);
            assertThat(told).contains("ONE=1").doesNotContain("HOME", "JAVA");
            assertThat(told.lines().toList().getLast().strip()).isIn("3", "4");
        }
    }

    @Test
    void writesIntoFiles() throws Exception {
        var files = new Plumbing.Files(folder.resolve("out"), folder.resolve("err"));
        try (var shell = shell("echo out; echo err >&2", files)) {
            assertThat(shell.await()).isZero();
        }
        assertThat(folder.resolve("out")).hasContent("out\n");
        assertThat(Files.getPosixFilePermissions(folder.resolve("err"))).hasSize(2);
    }

    private static int ended(String script) throws Exception {
        try (var shell = shell(script, Plumbing.Files.none())) {
            return shell.await();
        }
    }

    private static HostProcess shell(String script, Plumbing plumbing) throws IOException {
        return HostProcess.start(
                List.of("/bin/sh", "-c", script),
                Map.of("ONE", "1", "PATH", "/usr/bin:/bin"),
                TOP,
                plumbing);
    }

    private static byte[] output(HostProcess process) throws Exception {
        var output = new ByteArrayOutputStream();
        process.carryOutput(bytes -> append(output, bytes));
        return output.toByteArray();
    }

    private static void append(ByteArrayOutputStream output, ByteBuffer bytes) {
        var copy = new byte[bytes.remaining()];
        bytes.get(copy);
        output.writeBytes(copy);
    }
}
