package dev.pileus.server.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.testkit.Command;
import dev.pileus.testkit.RealContainers;
import dev.pileus.testkit.StockClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Disks and interfaces come and go while a real container runs.
@StockClients
@RealContainers
class DevicesIT {
    private static final String BRIDGE = "pltbr2";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir static Path folder;
    private static LoneServer server;

    @BeforeAll
    static void startMember() throws IOException {
        server = LoneServer.start(folder);
        Command.of("ip", "link", "add", "name", BRIDGE, "type", "bridge").output();
    }

    @AfterAll
    static void stopMember() {
        server.close();
        Command.of("ip", "link", "delete", BRIDGE).output();
    }

    @BeforeEach
    void launch() {
        incus("launch", "busybox", "c1", "-q");
    }

    @AfterEach
    void delete() {
        incus("delete", "c1", "--force");
    }

    @Test
    void foldersFilesAndVolumesComeAndGo() throws IOException {
        var shown = Files.createDirectories(folder.resolve("with space"));
        Files.writeString(shown.resolve("note"), "hello");
        add("d", "disk", "source=" + shown, "path=/mnt/new place/d", "readonly=true");
        add("f", "disk", "source=" + shown.resolve("note"), "path=/etc/told");
        assertThat(inside("cat", "/mnt/new place/d/note")).isEqualTo("hello");
        assertThat(inside("cat", "/etc/told")).isEqualTo("hello");
        assertRefused("Read-only", "exec", "c1", "--", "busybox", "touch", "/mnt/new place/d/x");

        incus("storage", "volume", "create", "default", "v1");
        incus("storage", "volume", "attach", "default", "v1", "c1", "/srv");
        inside("touch", "/srv/mine");
        assertThat(inside("stat", "-c", "%u", "/srv/mine")).isEqualTo("0");
        assertRefused("in use", "storage", "volume", "delete", "default", "v1");

        incus("config", "device", "set", "c1", "d", "readonly=false", "shift=true");
        inside("touch", "/mnt/new place/d/x");
        assertThat(shown.resolve("x")).exists();

        // whoever starts anew finds the same
        var closed = Files.createDirectories(folder.resolve("closed/inner"));
        Files.writeString(closed.resolve("note"), "hidden");
        Files.setPosixFilePermissions(
                folder.resolve("closed"), PosixFilePermissions.fromString("rwx------"));
        add("h", "disk", "source=" + closed, "path=/mnt/hidden");
        incus("restart", "c1", "--force");
        assertThat(inside("cat", "/mnt/hidden/note")).isEqualTo("hidden");
        assertThat(inside("stat", "-c", "%u", "/srv/mine")).isEqualTo("0");
        assertThat(inside("ls", "/mnt/new place/d")).isEqualTo("note\nx");

        // whoever forgot what it had given still takes it away
        server.member.restart();
        incus("config", "device", "remove", "c1", "d");
        assertThat(inside("ls", "/mnt/new place/d")).isEmpty();
        incus("storage", "volume", "detach", "default", "v1", "c1");
        assertThat(inside("ls", "/srv")).isEmpty();
        incus("storage", "volume", "delete", "default", "v1");
        incus("restart", "c1", "--force");
        assertThat(inside("cat", "/etc/told")).isEqualTo("hello");
        assertThat(inside("ls", "/srv")).isEmpty();
    }

    @Test
    void interfacesComeAndGo() {
        add("p", "nic", "nictype=p2p", "name=own0", "mtu=1400");
        add("eth0", "nic", "nictype=bridged", "parent=" + BRIDGE);
        var address = incus("config", "get", "c1", "volatile.eth0.hwaddr");
        assertThat(inside("ip", "link", "show", "eth0")).contains(address).contains("UP");
        assertThat(inside("ip", "link", "show", "own0")).contains("mtu 1400");
        var end = incus("config", "get", "c1", "volatile.eth0.host_name");
        assertThat(port(end)).exists();
        assertThat(incus("info", "c1")).contains("eth0:", "own0:");

        add("lan", "nic", "nictype=macvlan", "parent=" + BRIDGE);
        assertThat(inside("ip", "link", "show", "eth1")).contains("UP");
        incus("restart", "c1", "--force");
        assertThat(inside("ip", "link", "show", "eth1")).contains("UP");
        incus("config", "device", "remove", "c1", "lan");
        assertThat(inside("ip", "link")).doesNotContain("eth1");
        end = incus("config", "get", "c1", "volatile.eth0.host_name");
        assertThat(incus("query", "/1.0/instances/c1/state"))
                .contains("\"host_name\": \"" + end + "\"");
        assertThat(inside("ip", "link", "show", "eth0")).contains(address).contains("UP");
        incus("config", "device", "remove", "c1", "eth0");
        assertThat(inside("ip", "link")).doesNotContain("eth0").contains("own0");
        assertThat(Path.of("/sys/class/net", BRIDGE, "brif")).isEmptyDirectory();
        assertThat(incus("config", "get", "c1", "volatile.eth0.hwaddr")).isEmpty();

        incus("config", "device", "set", "c1", "p", "mtu=1300");
        assertThat(inside("ip", "link", "show", "own0")).contains("mtu 1300");
        refusesToAdd("nope0", "eth1", "nic", "nictype=macvlan", "parent=nope0");
        assertThat(incus("config", "device", "list", "c1")).isEqualTo("p");
    }

    @Test
    void whatProfilesGetTheirInstancesGet() {
        incus("profile", "device", "add", "default", "t", "disk", "source=/etc", "path=/mnt/etc");
        try {
            incus("config", "device", "add", "c1", "own", "disk", "source=/etc", "path=/mnt/own");
            assertRefused(
                    "Instance \"c1\" in project \"default\" cannot have that",
                    "profile",
                    "device",
                    "set",
                    "default",
                    "t",
                    "path=/mnt/own");
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(inside("ls", "/mnt/etc")).contains("debian_version"));
        } finally {
            incus("profile", "device", "remove", "default", "t");
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(inside("ls", "/mnt/etc")).isEmpty());
    }

    @Test
    void whatCannotBeIsRefusedAndNotKept() {
        refusesToAdd(
                "Missing source path \"/nope\" for disk \"d\"",
                "d",
                "disk",
                "source=/nope",
                "path=/d");
        refusesToAdd(
                "Failed add validation for device \"d\": Storage pool not found",
                "d",
                "disk",
                "pool=nope",
                "source=v",
                "path=/d");
        refusesToAdd("not a directory", "d", "disk", "source=/etc", "path=/bin/busybox/d");
        assertThat(incus("config", "device", "list", "c1")).isEmpty();
        incus("config", "set", "c1", "raw.lxc=lxc.nonsense = 1");
        incus("stop", "c1", "--force");
        assertRefused("lxc.nonsense", "start", "c1");
    }

    private static Path port(String end) {
        return Path.of("/sys/class/net", BRIDGE, "brif", end);
    }

    private static void add(String name, String type, String... keys) {
        incus(adding(name, type, keys));
    }

    private static void refusesToAdd(String text, String name, String type, String... keys) {
        assertRefused(text, adding(name, type, keys));
    }

    private static String[] adding(String name, String type, String... keys) {
        var words = new String[keys.length + 6];
        words[0] = "config";
        words[1] = "device";
        words[2] = "add";
        words[3] = "c1";
        words[4] = name;
        words[5] = type;
        System.arraycopy(keys, 0, words, 6, keys.length);
        return words;
    }

    private static String inside(String... command) {
        var words = new String[command.length + 4];
        words[0] = "exec";
        words[1] = "c1";
        words[2] = "--";
        words[3] = "busybox";
        System.arraycopy(command, 0, words, 4, command.length);
        return incus(words);
    }

    private static String incus(String... arguments) {
        return server.incus(arguments);
    }

    private static void assertRefused(String text, String... arguments) {
        server.refuses(text, arguments);
    }
}
