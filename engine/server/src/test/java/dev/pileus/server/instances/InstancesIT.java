package dev.pileus.server.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.server.TestMember;
import dev.pileus.testkit.Command;
import dev.pileus.testkit.GuestImage;
import dev.pileus.testkit.RealContainers;
import dev.pileus.testkit.StockClients;
import dev.pileus.testkit.StockHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
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
    private TestMember member;
    private StockHome home;

    @BeforeEach
    void startMember() throws IOException {
        // containers' users have to get through to their files
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        member = TestMember.start(folder);
        home = member.home();
        incus("storage", "create", "default", "dir");
        incus("profile", "device", "add", "default", "root", "disk", "path=/", "pool=default");
        incus("image", "import", GuestImage.write(folder).toString(), "--alias", "busybox");
    }

    @AfterEach
    void stopMember() {
        member.close();
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
        assertThat(member.stateDir().resolve("storage-pools/default/containers"))
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
    void aProfileDoesNotTakeTheirDisksAwayFromInstances() {
        incus("create", "busybox", "c1", "-q");
        assertRefused(
                "At least one instance relies on this profile's root disk device",
                "profile",
                "device",
                "remove",
                "default",
                "root");
        assertRefused(
                "At least one instance relies on",
                "profile",
                "device",
                "set",
                "default",
                "root",
                "pool=elsewhere");
        incus("start", "c1");
    }

    @Test
    void aProjectHasNoMoreInstancesThanItMay() {
        incus(
                "project",
                "create",
                "small",
                "-c",
                "features.images=false",
                "-c",
                "features.profiles=false");
        incus("project", "set", "small", "limits.instances=1");
        incus("create", "busybox", "c1", "-q", "--project", "small");
        assertRefused(
                "Reached maximum number of instances in project \"small\"",
                "create",
                "busybox",
                "c2",
                "-q",
                "--project",
                "small");
        incus("config", "set", "c1", "limits.memory=64MiB", "--project", "small");
        incus("project", "set", "small", "limits.memory=100MiB");
        assertRefused(
                "Failed checking if instance update allowed: Reached maximum aggregate value \"100MiB\" for \"limits.memory\" in project \"small\"",
                "config",
                "set",
                "c1",
                "limits.memory=128MiB",
                "--project",
                "small");
        assertRefused("is too low", "project", "set", "small", "limits.memory=10MiB");
        assertThat(incus("project", "info", "small", "-f", "csv"))
                .contains("INSTANCES,1,1", "MEMORY,100.00MiB,64.00MiB");
        incus("delete", "c1", "--project", "small");
        incus("project", "delete", "small");
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
        var stranger = member.stateDir().resolve("storage-pools/extra/custom").resolve("stranger");
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

        member.restart();

        assertThat(pid("c1")).isEqualTo(pid);
        await().untilAsserted(() -> assertThat(status("c2")).isEqualTo("RUNNING"));

        member.restartWithHost();

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
    void writesWhatTheImageWants() throws IOException {
        incus("image", "import", withTemplates().toString(), "--alias", "named");
        incus("create", "named", "c1", "-q", "-c", "user.motd=hello");
        incus("start", "c1");
        assertThat(rootfs("c1").resolve("etc/hostname")).hasContent("c1 by create\n");
        assertThat(rootfs("c1").resolve("etc/new/motd")).hasContent("hello at start\n");
        assertThat(incus("config", "get", "c1", "volatile.apply_template")).isEmpty();
        incus("stop", "c1", "--force");
        incus("config", "unset", "c1", "user.motd");
        incus("rename", "c1", "c2");
        incus("start", "c2");
        assertThat(rootfs("c2").resolve("etc/hostname")).hasContent("c2 by rename\n");
        assertThat(rootfs("c2").resolve("etc/new/motd")).hasContent("nothing at start\n");

        incus("publish", "c2", "--alias", "published", "--force");
        incus("launch", "published", "c3", "-q");
        assertThat(rootfs("c3").resolve("etc/hostname")).hasContent("c3 by create\n");
        // what the image links to is not its own
        assertThat(rootfs("c3").resolve("etc/stolen")).doesNotExist();
    }

    private Path withTemplates() throws IOException {
        var work = Files.createDirectory(folder.resolve("named"));
        var file = folder.resolve("named.tar");
        var plain = GuestImage.write(Files.createDirectory(folder.resolve("plain")));
        Command.of("tar", "-xf", plain.toString(), "-C", work.toString()).output();
        var templates = Files.createDirectory(work.resolve("templates"));
        Files.writeString(templates.resolve("name.tpl"), "{{ container.name }} by {{ trigger }}\n");
        Files.writeString(
                templates.resolve("motd.tpl"),
                "{{ config_get(\"user.motd\", properties.none) }} at {{ trigger }}\n");
        Files.createSymbolicLink(templates.resolve("link.tpl"), Path.of("/etc/passwd"));
        Files.writeString(
                work.resolve("metadata.yaml"),
                """

                templates:
                  /etc/hostname:
                    when: [create, copy, rename]
                    template: name.tpl
                  /etc/new/motd:
                    when: [start]
                    template: motd.tpl
                    properties: {none: nothing}
                  /etc/stolen:
                    when: [create]
                    create_only: true
                    template: link.tpl
                """,
                StandardOpenOption.APPEND);
        Command.of(
                        "tar",
                        "-cf",
                        file.toString(),
                        "-C",
                        work.toString(),
                        "metadata.yaml",
                        "templates",
                        "rootfs")
                .output();
        return file;
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
        return incus("list", instance, "-f", "csv", "-c", "s");
    }

    private Path rootfs(String instance) {
        return member.stateDir()
                .resolve("storage-pools/default/containers")
                .resolve(instance)
                .resolve("rootfs");
    }

    private String incus(String... arguments) {
        return home.incus(arguments).output();
    }

    private String lxc(String... arguments) {
        return home.lxc(arguments).output();
    }

    private void assertRefused(String text, String... arguments) {
        var result = home.incus(arguments).run();
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.errors()).contains(text);
    }
}
