package dev.pileus.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Looks at the host with its own eyes, not with those of the code that cleans up.
@RealIncus
@RealLxd
class CleanupIT {
    private static final Pattern UP = Pattern.compile("is up in (\\S+) with");

    @Test
    void incusLeavesNothing() throws IOException {
        leavesNothing(IncusCluster.start());
    }

    @Test
    void lxdLeavesNothing() throws IOException {
        leavesNothing(LxdCluster.start());
    }

    private static void leavesNothing(RealCluster cluster) throws IOException {
        cluster.launch("of-the-living", "m1");
        cluster.launch("of-the-dead", "m2");
        cluster.killDaemon("m2");
        assertThat(traces(cluster.root())).isNotEmpty();

        cluster.close();

        assertThat(traces(cluster.root())).isEmpty();
        assertThat(cluster.root()).doesNotExist();
        assertThat(controlGroups("of-the-living")).isEmpty();
        assertThat(controlGroups("of-the-dead")).isEmpty();
    }

    @Test
    void removesTheBridgesOfItsNetworks(@Own("solo") IncusCluster cluster) {
        cluster.incus(
                "network",
                "create",
                "pileus-tk0",
                "ipv4.address=192.0.2.1/24",
                "ipv6.address=none");
        assertThat(Path.of("/sys/class/net/pileus-tk0")).exists();

        cluster.close();

        assertThat(Path.of("/sys/class/net/pileus-tk0")).doesNotExist();
    }

    @Test
    void leavesNothingWhenTheRunIsAborted() throws Exception {
        var demo = startDemo();
        var root = rootOf(demo);

        demo.destroy();

        assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(traces(root)).isEmpty();
        assertThat(root).doesNotExist();
    }

    @Test
    void erasesWhatAKilledRunLeft() throws Exception {
        var demo = startDemo();
        var root = rootOf(demo);
        demo.destroyForcibly().waitFor();
        assertThat(traces(root)).isNotEmpty();

        HostTraces.eraseAbandoned();

        assertThat(traces(root)).isEmpty();
        assertThat(root).doesNotExist();
    }

    private static Process startDemo() throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        DemoCluster.class.getName(),
                        "--lxd")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Returns once the demo says that it is up.
    private static Path rootOf(Process demo) throws IOException {
        var output =
                new BufferedReader(
                        new InputStreamReader(demo.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var up = UP.matcher(line);
            if (up.find()) {
                return Path.of(up.group(1));
            }
        }
        throw new AssertionError("The demo ended before it was up");
    }

    /// Every process that mentions the directory and every mount below it.
    private static List<String> traces(Path root) throws IOException {
        var traces = new ArrayList<String>();
        ProcessHandle.allProcesses()
                .forEach(process -> {
                    var proc = Path.of("/proc", Long.toString(process.pid()));
                    if (contains(proc.resolve("cmdline"), root)
                            || contains(proc.resolve("environ"), root)) {
                        traces.add("process " + process.info());
                    }
                });
        Files.readAllLines(Path.of("/proc/mounts")).stream()
                .filter(mount -> mount.contains(root.toString()))
                .forEach(traces::add);
        return traces;
    }

    private static boolean contains(Path file, Path root) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(root.toString());
        } catch (IOException gone) {
            return false;
        }
    }

    private static List<Path> controlGroups(String container) throws IOException {
        try (var groups =
                Files.find(
                        Path.of("/sys/fs/cgroup"),
                        2,
                        (path, attributes) -> path.toString().endsWith("." + container))) {
            return groups.toList();
        }
    }
}
