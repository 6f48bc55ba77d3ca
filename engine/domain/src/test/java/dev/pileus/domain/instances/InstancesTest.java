package dev.pileus.domain.instances;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.pileus.api.Instance;
import dev.pileus.api.InstanceUpdate;
import dev.pileus.api.NewInstance;
import dev.pileus.database.Batch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstancesTest {
    @TempDir Path folder;
    private TestServer server;

    @BeforeEach
    void open() {
        server = TestServer.standalone(folder);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void makesInstancesFromImages() {
        var instance = server.create("c1", Map.of("user.a", "b"));
        assertThat(server.rootfs("c1").resolve("note")).hasContent("from the image");
        assertThat(instance.own().config())
                .contains(
                        entry("user.a", "b"),
                        entry("image.os", "busybox"),
                        entry("volatile.base_image", "abc"))
                .containsKey("volatile.uuid");
        assertThat(instance.own().profiles()).containsExactly("default");
        assertThat(instance.whole()).isTrue();
        assertThat(instance.location()).isEqualTo("none");
    }

    @Test
    void makesNamesUp() {
        assertThat(server.create("", Map.of()).name()).matches("[a-z]+-[a-z]+-\\d+");
    }

    @Test
    void takesEachNameOnce() {
        var ignored = server.create("c1", Map.of());
        assertRefused(409, "Instance \"c1\" already exists", () -> server.create("c1", Map.of()));
    }

    @Test
    void knowsOnlyWhatThereIs() {
        var wanted =
                new NewInstance(
                        "c1",
                        "",
                        "",
                        TestServer.image("nope"),
                        Map.of(),
                        TestServer.ROOT,
                        null,
                        false,
                        false,
                        "",
                        false);
        assertRefused(404, "Image \"nope\" not found", () -> server.create(wanted));
        assertRefused(404, "Instance not found", () -> server.instances.find("default", "c1"));
        assertRefused(
                400,
                "Target only allowed when clustered",
                () -> server.creation.place("default", TestServer.wanted("c1", Map.of()), "m1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "foo|bar|Unknown configuration key: foo",
                "limits.cpu|x|Invalid CPU limit syntax",
                "security.secureboot|true|Configuration key \"security.secureboot\" is not supported by this server",
                "cluster.evacuate|x|Invalid value \"x\" (not one of [auto migrate live-migrate stop stateful-stop force-stop])"
            })
    void refusesKeysAndValues(String key, String value, String text) {
        assertRefused(400, text, () -> server.create("c1", Map.of(key, value)));
    }

    @Test
    void refusesWhatWouldBringLinesOfItsOwn() {
        assertRefused(
                400,
                "The value of \"environment.A\" has a control character",
                () -> server.create("c1", Map.of("environment.A", "b\nlxc.hook.start = /x")));
    }

    @Test
    void demandsARootDisk() {
        var wanted =
                new NewInstance(
                        "c1",
                        "",
                        "",
                        TestServer.image("busybox"),
                        Map.of(),
                        Map.of(),
                        null,
                        false,
                        false,
                        "",
                        false);
        assertRefused(
                400,
                "Failed creating instance record: Failed initializing instance: Failed getting root disk: No root device could be found",
                () -> server.create(wanted));
    }

    @Test
    void laysItsOwnOverItsProfiles() {
        server.database.write(
                Batch.builder()
                        .run("INSERT INTO profiles (id, project_id, name) VALUES (7, 1, 'p')")
                        .run(
                                "INSERT INTO profiles_config (profile_id, key, value) VALUES (7, 'user.a', 'p'), (7, 'user.b', 'p')")
                        .build());
        var instance = server.create("c1", Map.of("user.a", "own"));
        server.instances.update(
                instance, present -> with(present, present.config(), List.of("default", "p")));
        var now = server.again(instance);
        assertThat(now.setting("user.a")).isEqualTo("own");
        assertThat(now.setting("user.b")).isEqualTo("p");
        assertThat(now.own().profiles()).containsExactly("default", "p");
        var users =
                server.database.read(
                        reader -> new InstanceReferences().ofProfiles().urls(reader, 7));
        assertThat(users).containsExactly("/1.0/instances/c1");
    }

    @Test
    void startsAndStops() {
        var instance = server.create("c1", Map.of("limits.memory", "50%"));
        assertThat(server.change(instance, "start", false)).isEmpty();
        assertThat(server.containers.launches.getFirst().limits().memory().orElseThrow())
                .isEqualTo((1L << 30) / 2);
        assertThat(power(instance)).isEqualTo("RUNNING");
        assertThat(server.change(instance, "start", false))
                .isEqualTo("The instance is already running");
        assertThat(server.change(instance, "freeze", false)).isEmpty();
        assertThat(server.change(instance, "start", false)).isEmpty();
        assertThat(server.change(instance, "stop", false)).isEmpty();
        assertThat(power(instance)).isEqualTo("STOPPED");
        assertThat(server.change(instance, "stop", false))
                .isEqualTo("The instance is already stopped");
        assertRefused(400, "Unknown action: 'jump'", () -> server.change(instance, "jump", false));
    }

    @Test
    void killsWhomItIsToldToKill() {
        var instance = server.create("c1", Map.of());
        assertThat(server.change(instance, "start", false)).isEmpty();
        server.containers.stubborn.add("c1");
        assertThat(server.change(instance, "stop", false)).startsWith("Failed shutting down");
        assertThat(server.change(instance, "stop", true)).isEmpty();
        assertThat(server.containers.up).isEmpty();
    }

    @Test
    void removesEphemeralInstancesWhenTheyStop() {
        var wanted =
                new NewInstance(
                        "c1",
                        "",
                        "",
                        TestServer.image("busybox"),
                        Map.of(),
                        TestServer.ROOT,
                        null,
                        true,
                        false,
                        "",
                        true);
        var instance = server.create(wanted);
        assertThat(server.containers.up).containsKey("c1");
        assertThat(server.change(instance, "stop", false)).isEmpty();
        assertRefused(404, "Instance not found", () -> server.again(instance));
        assertThat(server.rootfs("c1")).doesNotExist();
    }

    @Test
    void renamesAndDeletes() {
        var instance = server.create("c1", Map.of());
        var other = server.create("c2", Map.of());
        assertRefused(
                409, "Name \"c2\" already in use", () -> server.instances.renaming(instance, "c2"));
        assertThat(server.end(server.instances.renaming(instance, "c3")).err()).isEmpty();
        assertThat(server.rootfs("c3").resolve("note")).exists();
        assertThat(server.change(other, "start", false)).isEmpty();
        assertRefused(400, "Instance is running", () -> server.instances.deleting(other));
        var renamed = server.instances.find("default", "c3");
        assertThat(server.end(server.instances.deleting(renamed)).err()).isEmpty();
        assertThat(server.lists.urls("")).containsExactly("/1.0/instances/c2");
        assertThat(server.rootfs("c3")).doesNotExist();
    }

    @Test
    void copiesWhatIsNotSaidOtherwise() {
        var instance = server.create("c1", Map.of("user.a", "b"));
        var copy = server.create(TestServer.copy("c2", "c1"));
        assertThat(copy.ownSetting("user.a")).isEqualTo("b");
        assertThat(copy.ownSetting("volatile.uuid"))
                .isNotEqualTo(instance.ownSetting("volatile.uuid"));
        assertThat(server.rootfs("c2").resolve("note")).exists();
    }

    @Test
    void tellsPoolsProjectsAndMembersWhatIsThere() {
        var ignored = server.create("c1", Map.of());
        var references = new InstanceReferences();
        var onPool = server.database.read(reader -> references.urls(reader, "local"));
        assertThat(onPool).containsExactly("/1.0/instances/c1");
        var remains = server.database.read(reader -> new InstanceBelongings().remains(reader, 1));
        assertThat(remains).contains("instances: c1");
    }

    private static InstanceUpdate with(
            InstanceUpdate present, Map<String, String> config, List<String> profiles) {
        return new InstanceUpdate(
                present.architecture(),
                config,
                present.devices(),
                present.ephemeral(),
                profiles,
                present.stateful(),
                present.description(),
                "");
    }

    private String power(StoredInstance instance) {
        return server.again(instance).ownSetting(Instance.LAST_POWER);
    }
}
