package dev.pileus.domain.profiles;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.pileus.api.NewProfile;
import dev.pileus.api.Profile;
import dev.pileus.api.ProfileUpdate;
import dev.pileus.database.LocalDatabase;
import dev.pileus.domain.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTest {
    private static final Map<String, Map<String, String>> ROOT =
            Map.of("root", Map.of("type", "disk", "path", "/", "pool", "local"));

    @TempDir Path folder;
    private final List<String> users = new ArrayList<>();
    private LocalDatabase database;
    private ProfilesService profiles;

    @BeforeEach
    void open() {
        database = TestDatabase.standalone(folder);
        profiles =
                new ProfilesService(
                        database,
                        (reader, profile) -> users,
                        new Devices((reader, project, network) -> network.equals("br0")),
                        TestDatabase.silence());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsConfigAndDevices() {
        create("p", Map.of("user.a", "b", "user.c", ""), ROOT);
        var profile = profiles.get("default", "p");
        assertThat(profile.config()).containsExactly(entry("user.a", "b"));
        assertThat(profile.devices()).isEqualTo(ROOT);
        assertThat(profile.project()).isEqualTo("default");
        profiles.update(
                "default",
                "p",
                present -> new ProfileUpdate("x", Map.of(), Map.of("n", Map.of("type", "none"))));
        assertThat(profiles.get("default", "p").writable())
                .isEqualTo(new ProfileUpdate("x", Map.of(), Map.of("n", Map.of("type", "none"))));
        assertThat(profiles.list("default"))
                .extracting(Profile::name)
                .containsExactly("default", "p");
    }

    @Test
    void isWhatPoolsAreUsedBy() {
        create("p", Map.of(), ROOT);
        assertThat(usersOf("local")).containsExactly("/1.0/profiles/p");
        assertThat(usersOf("other")).isEmpty();
    }

    @Test
    void keepsTheDefaultProfile() {
        assertRefused(
                403,
                "The \"default\" profile cannot be deleted",
                () -> profiles.delete("default", "default"));
        assertRefused(
                403,
                "The \"default\" profile cannot be renamed",
                () -> profiles.rename("default", "default", "x"));
    }

    @Test
    void renamesAndDeletes() {
        create("a b", Map.of(), Map.of());
        assertRefused(
                409,
                "Profile \"default\" already exists",
                () -> profiles.rename("default", "a b", "default"));
        profiles.rename("default", "a b", "c");
        users.add("/1.0/instances/i1");
        assertRefused(400, "Profile is currently in use", () -> profiles.delete("default", "c"));
        users.clear();
        profiles.delete("default", "c");
        assertRefused(404, "Profile not found", () -> profiles.get("default", "c"));
        assertRefused(404, "Project not found", () -> profiles.list("nope"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "foo|bar|Unknown configuration key: foo",
                "limits.cpu|x|Invalid CPU limit syntax",
                "limits.memory|x|Invalid value: x",
                "boot.autostart|x|Invalid value for a boolean \"x\"",
                "boot.host_shutdown_timeout|x|Invalid value for an integer \"x\"",
                "snapshots.expiry|bogus|Invalid expiry expression \"bogus\"",
                "cluster.evacuate|x|Invalid value \"x\" (not one of [auto migrate live-migrate stop stateful-stop force-stop])",
                "volatile.foo|x|Volatile keys can only be set on instances"
            })
    void refusesKeysAndValues(String key, String value, String text) {
        assertRefused(400, text, () -> create("p", Map.of(key, value), Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=b|Failed loading device \"d\": Missing device type in config",
                "type=zap|Failed loading device \"d\": Unsupported device type",
                "type=disk|Disk entry is missing the required \"source\" or \"path\" property",
                "type=disk,path=/|Root disk entry must have a \"pool\" property set",
                "type=disk,path=/a,pool=local,source=/b|Storage volumes cannot be specified as absolute paths",
                "type=disk,path=/a/../b,source=/b|The path must not contain \"..\"",
                "type=disk,path=/,pool=local,zip=1|Invalid device option \"zip\"",
                "type=nic,network=nope|Failed loading device \"d\": Failed to load network \"nope\" for project \"default\": Network not found",
                "type=disk,path=/a,source=/b,readonly=maybe|Invalid value for device option \"readonly\": Invalid value for a boolean \"maybe\"",
                "type=nic,nictype=p2p,host_name=waytoolonginterface|Invalid value for device option \"host_name\": Network interface is too long (maximum 15 characters)",
                "type=nic,nictype=macvlan|Invalid value for device option \"parent\": Required value",
                "type=nic,nictype=zap|Failed loading device \"d\": Unsupported device type"
            })
    void refusesDevices(String keys, String text) {
        var device = new HashMap<String, String>();
        for (var key : keys.split(",", -1)) {
            var parts = key.split("=", 2);
            device.put(parts[0], parts[1]);
        }
        assertRefused(
                400,
                "Device validation failed for \"d\": " + text,
                () -> create("p", Map.of(), Map.of("d", device)));
    }

    @Test
    void acceptsWhatInstancesNeed() {
        create(
                "p",
                Map.of(
                        "limits.cpu", "0-1,3",
                        "limits.memory", "50%",
                        "environment.HOME", "/root",
                        "security.nesting", "true"),
                Map.of("eth0", Map.of("type", "nic", "network", "br0", "name", "eth0")));
        assertThat(profiles.get("default", "p").devices()).containsOnlyKeys("eth0");
    }

    private List<String> usersOf(String pool) {
        return database.read(reader -> new ProfileReferences().urls(reader, pool));
    }

    private void create(
            String name, Map<String, String> config, Map<String, Map<String, String>> devices) {
        profiles.create("default", new NewProfile(name, "", config, devices));
    }
}
