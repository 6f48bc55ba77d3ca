package dev.pileus.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pileus.api.Json;
import dev.pileus.testkit.Command;
import dev.pileus.testkit.RealPileus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The README's first command, as a newcomer types it on a machine without a display.
@RealPileus
class SandboxIT {
    private static final Path DOOR = Path.of("..", "..", "pileus").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir private Path home;

    private final int port = firstOfThree();

    @AfterEach
    void leaveNothing() {
        run("sandbox", "down", "--delete", "--dir", home.resolve("box").toString());
    }

    @Test
    void standsOnTheMapInOneStep() throws Exception {
        var picture = home.resolve("map.png");
        var dump = home.resolve("map.json");
        var shown =
                run(
                        "--sandbox",
                        "--dir",
                        home.resolve("box").toString(),
                        "--port",
                        Integer.toString(port),
                        "--lang",
                        "en",
                        "--shot",
                        picture.toString(),
                        "--dump",
                        dump.toString());
        assertThat(shown.exitCode()).as(shown.errors()).isZero();

        var map = Json.mapper().readTree(Files.readString(dump));
        assertThat(map.path("cards"))
                .extracting(card -> card.path("name").asString())
                .containsExactly("m1", "m2", "m3");
        assertThat(map.path("cards"))
                .extracting(card -> card.path("status").asString())
                .containsOnly("Online");
        assertThat(map.path("cards")).extracting(SandboxIT::firstBadge).contains("leader", "voter");
        assertThat(map.path("pills").path("quorum").asString()).contains("3 of 3");
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(1000);
    }

    @Test
    void isAliveWithInstances() throws Exception {
        assumeTrue(
                "true".equals(System.getenv("CI")) || runsContainers(),
                "Containers need root and liblxc's tools: apt-get install lxc");
        // containers get in by their own root, who is nobody here
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        var box = home.resolve("box");
        var dump = home.resolve("map.json");
        var shown =
                run(
                        "--sandbox",
                        "--members",
                        "1",
                        "--instances",
                        "2",
                        "--dir",
                        box.toString(),
                        "--port",
                        Integer.toString(port),
                        "--dump",
                        dump.toString());
        assertThat(shown.exitCode()).as(shown.errors()).isZero();
        assertThat(
                        Json.mapper()
                                .readTree(Files.readString(dump))
                                .path("cards")
                                .path(0)
                                .path("instances")
                                .path("Running")
                                .intValue(0))
                .isEqualTo(2);

        assertThat(run("sandbox", "down", "--delete", "--dir", box.toString()).exitCode()).isZero();
        assertThat(ProcessHandle.allProcesses())
                .as("containers that outlive their files")
                .noneMatch(process ->
                        process.info().commandLine().orElse("").contains(box.toString()));
    }

    private static boolean runsContainers() {
        return "root".equals(System.getProperty("user.name"))
                && Stream.of(System.getenv("PATH").split(":", -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "lxc-start")));
    }

    @Test
    void goesOnWhereItWasAfterAStop() {
        var box = home.resolve("box").toString();
        var up = run("sandbox", "up", "--members", "1", "--dir", box, "--port", "" + port);
        assertThat(up.exitCode()).as(up.errors()).isZero();
        assertThat(up.output())
                .contains("m1", "https://127.0.0.1:" + port, "Online, leader")
                .contains("INCUS_DIR=" + box + "/m1 incus cluster list");

        assertThat(run("sandbox", "down", "--dir", box).output()).contains("is stopped");
        assertThat(run("sandbox", "status", "--dir", box).output()).contains("stopped");

        var again = run("sandbox", "up", "--members", "1", "--dir", box);
        assertThat(again.output()).contains("https://127.0.0.1:" + port, "Online, leader");
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var taken = new ServerSocket(port, 1, loopback)) {
            var refused =
                    run(
                            "sandbox",
                            "up",
                            "--dir",
                            home.resolve("box").toString(),
                            "--port",
                            "" + taken.getLocalPort());
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.errors())
                    .isEqualTo(
                            "pileus: something else listens on 127.0.0.1:%d, choose another first port with --port%n"
                                    .formatted(port));
        }
    }

    private static String firstBadge(JsonNode card) {
        return card.path("badges").path(0).asString();
    }

    private Command.Result run(String... arguments) {
        var words = new ArrayList<String>(List.of(DOOR.toString()));
        words.addAll(List.of(arguments));
        var environment =
                Map.of(
                        "PATH",
                        System.getenv("PATH"),
                        "HOME",
                        home.toString(),
                        "LANG",
                        "C.UTF-8",
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "PILEUS_BUILT",
                        "yes");
        return Command.of(words).in(environment).within(PATIENCE).run();
    }

    /// Below the range from which outgoing connections take theirs.
    private static int firstOfThree() {
        for (var port = 20_000; port < 32_000; port += 3) {
            if (isFree(port) && isFree(port + 1) && isFree(port + 2)) {
                return port;
            }
        }
        throw new IllegalStateException("No three free ports");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
