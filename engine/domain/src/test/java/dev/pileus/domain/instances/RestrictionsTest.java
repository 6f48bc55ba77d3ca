package dev.pileus.domain.instances;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.pileus.domain.caller.Caller;
import dev.pileus.domain.caller.Trust;
import dev.pileus.domain.projects.StoredProject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestrictionsTest {
    private static final Map<String, String> ROOT =
            Map.of("type", "disk", "path", "/", "pool", "p");

    @ParameterizedTest
    @CsvSource({
        "security.privileged, true, containers.privilege, Privileged containers are forbidden",
        "security.nesting, true, containers.nesting, Container nesting is forbidden",
        "raw.lxc, lxc.cap.drop=, containers.lowlevel, Use of low-level config is forbidden"
    })
    void forbidsKeysUnlessTheyAreAllowed(String key, String value, String rule, String why) {
        assertRefused(403, text(key, why), () -> keys(key, value, Map.of()));
        assertThatCode(() -> keys(key, value, Map.of(rule, "allow"))).doesNotThrowAnyException();
    }

    @Test
    void allowsWhatIsHarmless() {
        assertThatCode(() -> keys("security.privileged", "false", Map.of()))
                .doesNotThrowAnyException();
        assertThatCode(() -> keys("limits.memory", "1GiB", Map.of())).doesNotThrowAnyException();
        assertThatCode(() -> device(ROOT, Map.of("devices.disk", "block")))
                .doesNotThrowAnyException();
    }

    @Test
    void keepsTheHostsFoldersFromThem() {
        var etc = Map.of("type", "disk", "path", "/mnt", "source", "/etc");
        var volume = Map.of("type", "disk", "path", "/mnt", "source", "v", "pool", "p");
        assertRefused(
                403,
                text("d", "Attaching disks not backed by a pool is forbidden"),
                () -> device(etc, Map.of()));
        assertThatCode(() -> device(volume, Map.of())).doesNotThrowAnyException();
        assertRefused(
                403,
                text("d", "Disk devices are forbidden"),
                () -> device(volume, Map.of("devices.disk", "block")));
        assertThatCode(() -> device(etc, Map.of("devices.disk", "allow")))
                .doesNotThrowAnyException();
    }

    @Test
    void showsOnlyFoldersThatAreNamed() {
        var rules = Map.of("devices.disk", "allow", "devices.disk.paths", "/srv/a/, /srv/b");
        for (var source : new String[] {"/srv/a", "/srv/a/x", "/srv/b/y"}) {
            assertThatCode(() -> device(shown(source), rules)).doesNotThrowAnyException();
        }
        for (var source : new String[] {"/srv", "/srv/ab", "/srv/a/../../etc", "/"}) {
            assertRefused(
                    403,
                    text("d", "Disk source path \"%s\" is forbidden".formatted(source)),
                    () -> device(shown(source), rules));
        }
    }

    private static Map<String, String> shown(String source) {
        return Map.of("type", "disk", "path", "/mnt", "source", source);
    }

    @Test
    void connectsThemToManagedNetworksOnly() {
        var parent = Map.of("type", "nic", "nictype", "bridged", "parent", "br0");
        assertRefused(
                403,
                text("d", "Only managed network devices are allowed"),
                () -> device(parent, Map.of()));
        assertThatCode(() -> device(Map.of("type", "nic", "network", "n"), Map.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void letsOnlyThoseChooseAMemberWhoMayDoEverything() {
        var guest = new Caller("g", "tls", "", new Trust.Restricted(Set.of("web")));
        assertRefused(
                403,
                "This project doesn't allow cluster member targeting",
                () -> target(guest, Map.of()));
        assertThatCode(() -> target(guest, Map.of("cluster.target", "allow")))
                .doesNotThrowAnyException();
        assertThatCode(() -> target(Caller.local("root"), Map.of())).doesNotThrowAnyException();
    }

    @Test
    void takesSnapshotsOnlyWhereTheyAreAllowed() {
        assertRefused(
                403,
                "Project \"web\" doesn't allow for snapshot creation",
                () -> restrictions(Map.of()).checkSnapshots());
        assertThatCode(() -> restrictions(Map.of("snapshots", "allow")).checkSnapshots())
                .doesNotThrowAnyException();
    }

    private static void target(Caller caller, Map<String, String> rules) {
        caller.call(() -> {
            restrictions(rules).checkTarget();
            return "";
        });
    }

    private static void keys(String key, String value, Map<String, String> rules) {
        restrictions(rules).check(Map.of(key, value), Map.of("root", ROOT));
    }

    private static void device(Map<String, String> keys, Map<String, String> rules) {
        restrictions(rules).check(Map.of(), Map.of("d", keys));
    }

    private static String text(String what, String why) {
        return "Project \"web\" does not allow \"%s\": %s".formatted(what, why);
    }

    private static Restrictions restrictions(Map<String, String> rules) {
        var config = new HashMap<String, String>(Map.of("restricted", "true"));
        rules.forEach((rule, value) -> config.put("restricted." + rule, value));
        return Restrictions.of(new StoredProject(1, "web", "", config, 0));
    }
}
