package dev.pileus.server.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.testkit.RealContainers;
import dev.pileus.testkit.StockClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real containers of a server on its own, driven by the stock clients.
@StockClients
@RealContainers
class InstancesIT {
    @TempDir Path folder;
    private LoneServer server;

    @BeforeEach
    void startMember() throws IOException {
        server = LoneServer.start(folder);
    }

    @AfterEach
    void stopMember() {
        server.close();
    }

    @Test
    void launchesStopsAndDeletes() {
        incus("launch", "busybox", "c1", "-q");
        assertThat(status("c1")).isEqualTo("RUNNING");
        assertThat(incus("info", "c1")).contains("Status: RUNNING", "Processes: ", "lo:");
        assertRefused("currently running", "delete", "c1");
        assertRefused("Renaming of running instance not allowed", "rename", "c1", "c2");
        assertRefused(
                "The instance is already running",
                "query",
                "-X",
                "PUT",
                "--wait",
                "-d",
                "{\"action\":\"start\"}",
                "/1.0/instances/c1/state");

        incus("stop", "c1");
        assertThat(status("c1")).isEqualTo("STOPPED");
        assertRefused("The instance is already stopped", "stop", "c1");
        incus("rename", "c1", "c2");
        incus("start", "c2");
        incus("restart", "c2");
        incus("delete", "c2", "--force");
        assertThat(incus("list", "-f", "csv")).isEmpty();
        assertThat(server.member.stateDir().resolve("storage-pools/default/containers"))
                .isEmptyDirectory();
    }

    @Test
    void isDrivenByTheClientOfLxd() {
        lxc("launch", "busybox", "c1", "-q");
        assertThat(lxc("list", "-f", "csv", "-c", "ns")).isEqualTo("c1,RUNNING");
        lxc("stop", "c1");
        lxc("delete", "c1");
        assertThat(lxc("list", "-f", "csv")).isEmpty();
    }

    @Test
    void freezes() {
        incus("launch", "busybox", "c1", "-q");
        incus("pause", "c1");
        assertThat(status("c1")).isEqualTo("FROZEN");
        assertRefused("Instance is frozen", "exec", "c1", "--", "true");
        incus("start", "c1");
        assertThat(status("c1")).isEqualTo("RUNNING");
    }

    @Test
    void goesBackToSnapshots() throws IOException {
        incus("launch", "busybox", "c1", "-q");
        var file = rootfs("c1").resolve("etc/note");
        Files.writeString(file, "before");
        incus("snapshot", "create", "c1");
        incus("snapshot", "create", "c1", "second");
        Files.writeString(file, "after");
        incus("config", "set", "c1", "user.a=b");

        incus("snapshot", "restore", "c1", "snap0");

        assertThat(file).hasContent("before");
        assertThat(status("c1")).isEqualTo("RUNNING");
        assertThat(incus("config", "get", "c1", "user.a")).isEmpty();
        incus("snapshot", "rename", "c1", "second", "third");
        incus("snapshot", "delete", "c1", "snap0");
        assertThat(incus("snapshot", "list", "c1", "-f", "csv")).startsWith("third,");
    }

    @Test
    void copies() throws IOException {
        incus("create", "busybox", "c1", "-q", "-c", "user.a=b");
        incus("snapshot", "create", "c1", "s");
        Files.writeString(rootfs("c1").resolve("etc/note"), "later");
        incus("copy", "c1", "whole");
        incus("copy", "c1/s", "earlier");
        assertThat(rootfs("whole").resolve("etc/note")).hasContent("later");
        assertThat(rootfs("earlier").resolve("etc/note")).doesNotExist();
        assertThat(incus("snapshot", "list", "whole", "-f", "csv")).startsWith("s,");
        assertThat(incus("config", "get", "earlier", "user.a")).isEqualTo("b");
        incus("copy", "c1", "bare", "--instance-only");
        assertThat(incus("snapshot", "list", "bare", "-f", "csv")).isEmpty();
        incus("project", "create", "other", "-c", "features.profiles=false");
        incus("copy", "c1", "c1", "--target-project", "other");
        assertThat(incus("config", "get", "c1", "user.a", "--project", "other")).isEqualTo("b");
        incus("delete", "c1", "--project", "other");
        incus("start", "whole", "earlier");
        assertThat(status("whole")).isEqualTo("RUNNING");
    }

    @Test
    void limitsWhatIsUsed() {
        incus("launch", "busybox", "c1", "-q", "-c", "limits.memory=64MiB");
        assertThat(incus("query", "/1.0/instances/c1/state")).contains("\"total\": 67108864");
        incus("config", "set", "c1", "limits.memory=128MiB", "limits.cpu=1");
        assertThat(incus("query", "/1.0/instances/c1/state")).contains("\"total\": 134217728");
        // what it cannot have is not kept either
        assertRefused("Cannot set", "config", "set", "c1", "limits.memory=1");
        assertThat(incus("config", "get", "c1", "limits.memory")).isEqualTo("128MiB");
        incus("config", "unset", "c1", "limits.memory");
        incus("profile", "set", "default", "limits.memory=96MiB");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(incus("query", "/1.0/instances/c1/state"))
                                .contains("\"total\": 100663296"));
        incus("profile", "unset", "default", "limits.memory");
    }

    @Test
    void aStartThatFailedSpoilsNothing() {
        incus("create", "busybox", "c1", "-q");
        incus("config", "device", "add", "c1", "e", "nic", "nictype=bridged", "parent=nosuch0");
        assertRefused("nosuch0", "start", "c1");
        incus("config", "device", "remove", "c1", "e");
        incus("start", "c1");
        assertThat(status("c1")).isEqualTo("RUNNING");
    }

    @Test
    void aPoolThatCannotBeDeletedGoesOn() throws IOException {
        incus("storage", "create", "extra", "dir");
        var stranger =
                server.member.stateDir().resolve("storage-pools/extra/custom").resolve("stranger");
        Files.writeString(stranger, "");
        assertRefused("isn't empty", "storage", "delete", "extra");
        incus("create", "busybox", "c1", "-q", "-s", "extra");
        incus("delete", "c1");
        Files.delete(stranger);
        incus("storage", "delete", "extra");
    }

    @Test
    void showsFoldersOfTheHost() throws IOException {
        var shown = Files.createDirectory(folder.resolve("with space"));
        Files.writeString(shown.resolve("note"), "hello");
        incus("create", "busybox", "c1", "-q");
        incus("config", "device", "add", "c1", "d", "disk", "source=" + shown, "path=/mnt/d");
        incus("start", "c1");
        var pid =
                incus("query", "/1.0/instances/c1/state")
                        .lines()
                        .filter(line -> line.contains("\"pid\""))
                        .map(line -> line.replaceAll("\\D", ""))
                        .findFirst()
                        .orElseThrow();
        assertThat(Path.of("/proc", pid, "root/mnt/d/note")).hasContent("hello");
    }

    @Test
    void goesOnWithoutTheDaemonAndComesBackWithTheHost() {
        incus("launch", "busybox", "c1", "-q");
        incus("create", "busybox", "c2", "-q", "-c", "boot.autostart=true");
        incus("launch", "busybox", "c3", "-q");
        incus("stop", "c3");
        var pid = pid("c1");

        server.member.restart();

        assertThat(pid("c1")).isEqualTo(pid);
        await().untilAsserted(() -> assertThat(status("c2")).isEqualTo("RUNNING"));

        server.member.restartWithHost();

        await().untilAsserted(() -> assertThat(status("c1")).isEqualTo("RUNNING"));
        assertThat(pid("c1")).isNotEqualTo(pid);
        assertThat(status("c3")).isEqualTo("STOPPED");
    }

    @Test
    void noticesWhoEndsByItself() {
        incus("launch", "busybox", "c1", "-q");
        incus("launch", "busybox", "c2", "-q", "--ephemeral");
        end("c1");
        end("c2");
        await().untilAsserted(() ->
                assertThat(incus("config", "get", "c1", "volatile.last_state.power"))
                        .isEqualTo("STOPPED"));
        await().untilAsserted(
                        () -> assertThat(incus("list", "-f", "csv", "-c", "n")).isEqualTo("c1"));
    }

    @Test
    void keepsWhatInstancesNeed() {
        incus("profile", "create", "p");
        incus("create", "busybox", "c1", "-q", "-p", "default", "-p", "p");
        assertRefused("Profile is currently in use", "profile", "delete", "p");
        assertRefused("currently in use", "storage", "delete", "default");
        assertThat(incus("storage", "show", "default")).contains("- /1.0/instances/c1");
    }

    private void end(String instance) {
        ProcessHandle.of(Long.parseLong(pid(instance))).orElseThrow().destroyForcibly();
    }

    private String pid(String instance) {
        return incus("list", instance, "-f", "csv", "-c", "p");
    }

    private String status(String instance) {
        return server.status(instance);
    }

    private Path rootfs(String instance) {
        return server.rootfs(instance);
    }

    private String incus(String... arguments) {
        return server.incus(arguments);
    }

    private String lxc(String... arguments) {
        return server.lxc(arguments);
    }

    private void assertRefused(String text, String... arguments) {
        server.refuses(text, arguments);
    }
}
