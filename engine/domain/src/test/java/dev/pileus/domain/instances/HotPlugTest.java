package dev.pileus.domain.instances;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.InstanceUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotPlugTest {
    private static final Map<String, String> NIC = Map.of("type", "nic", "nictype", "p2p");

    @TempDir Path folder;
    private TestServer server;
    private StoredInstance instance;

    @BeforeEach
    void start() {
        server = TestServer.standalone(folder);
        instance = server.create("c1", Map.of());
        assertThat(server.change(instance, "start", false)).isEmpty();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void givesAndTakesWhatHasChanged() {
        set(Map.of("data", disk("/srv"), "inner", disk("/srv/inner"), "eth0", NIC));
        var end = server.again(instance).ownSetting("volatile.eth0.host_name");
        assertThat(end).startsWith("veth");
        assertThat(server.again(instance).ownSetting("volatile.eth0.hwaddr"))
                .startsWith("10:66:6a:");
        assertThat(done()).containsExactly("mount /srv", "mount /srv/inner", "connect eth0 " + end);

        set(Map.of("data", disk("/srv"), "inner", disk("/mnt"), "eth0", NIC));
        assertThat(done()).containsExactly("unmount /srv/inner", "mount /mnt");

        set(Map.of());
        assertThat(done())
                .containsExactly("unmount /srv", "unmount /mnt", "disconnect eth0 " + end);
        assertThat(server.again(instance).own().config().keySet())
                .noneMatch(key -> key.contains("eth0"));
    }

    @Test
    void doesNothingWithWhatIsStopped() {
        assertThat(server.change(instance, "stop", true)).isEmpty();
        set(Map.of("data", disk("/srv")));
        assertThat(done()).isEmpty();
        assertThat(server.change(instance, "start", false)).isEmpty();
        assertThat(server.containers.launches.getLast().mounts()).hasSize(1);
        set(Map.of());
        assertThat(done()).containsExactly("unmount /srv");
    }

    @Test
    void whatFailsChangesNothing() {
        set(Map.of("data", disk("/srv")));
        server.devices.done.clear();
        server.devices.refused.add("/no");
        assertRefused(
                500,
                "no /no",
                () -> set(Map.of("eth0", NIC, "ok", disk("/mnt"), "z", disk("/no"))));
        assertThat(done())
                .containsExactly("unmount /srv", "mount /mnt", "unmount /mnt", "mount /srv");
        assertThat(server.again(instance).own().devices()).containsOnlyKeys("root", "data");
        set(Map.of());
        assertThat(done()).containsExactly("unmount /srv");
    }

    @Test
    void namesWhatCannotBe() {
        assertRefused(
                400,
                "Failed add validation for device \"data\": Missing source path \"/nope\" for disk \"data\"",
                () -> set(Map.of("data", Map.of("type", "disk", "path", "/a", "source", "/nope"))));
        assertRefused(
                400,
                "Device validation failed for \"eth0\": Failed loading device \"eth0\": Unsupported device type",
                () -> set(Map.of("eth0", Map.of("type", "nic", "nictype", "nope"))));
        assertThat(done()).isEmpty();
    }

    private Map<String, String> disk(String path) {
        try {
            var source = Files.createDirectories(folder.resolve("source"));
            return Map.of("type", "disk", "path", path, "source", source.toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void set(Map<String, Map<String, String>> devices) {
        var all = new TreeMap<>(devices);
        all.putAll(TestServer.ROOT);
        server.instances.update(
                server.again(instance),
                now ->
                        new InstanceUpdate(
                                now.architecture(),
                                now.config(),
                                all,
                                now.ephemeral(),
                                now.profiles(),
                                now.stateful(),
                                now.description(),
                                ""));
    }

    /// Since it was last asked.
    private List<String> done() {
        var done = List.copyOf(server.devices.done);
        server.devices.done.clear();
        return done;
    }
}
