package dev.pileus.domain.storage;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.pileus.api.ConfigUpdate;
import dev.pileus.api.MemberConfigKey;
import dev.pileus.api.NewStoragePool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolsOfAClusterTest {
    private static final Map<String, String> NOTHING = Map.of();

    @TempDir Path folder;
    private final List<String> users = new ArrayList<>();
    private PoolCluster cluster;

    @BeforeEach
    void start() {
        cluster = new PoolCluster(folder, (reader, pool) -> users, "m1", "m2", "m3");
    }

    @AfterEach
    void close() {
        cluster.database.close();
    }

    @Test
    void isPendingUntilItIsCreatedOnEveryMember() {
        define("m1", "m2", "m3");
        var pending = cluster.on("m1").get("p");
        assertThat(pending.status()).isEqualTo("Pending");
        assertThat(pending.locations()).containsExactly("m1", "m2", "m3");
        assertThat(cluster.host("m2").pools).isEmpty();

        cluster.on("m2").create(pool(Map.of("rsync.bwlimit", "10")));
        var created = cluster.on("m3").get("p");
        assertThat(created.status()).isEqualTo("Created");
        assertThat(created.config()).containsExactly(entry("rsync.bwlimit", "10"));
        assertThat(cluster.on("m1").getOn("p", "m3").config())
                .containsOnly(entry("rsync.bwlimit", "10"), entry("source", "/m3/p"));
        assertThat(cluster.hosts.values()).allMatch(host -> host.pools.contains("p"));
    }

    @Test
    void refusesFirstStepsThatMakeNoSense() {
        var m1 = cluster.on("m1");
        assertRefused(
                400,
                "Config key \"rsync.bwlimit\" may not be used as member-specific key",
                () -> m1.define("m1", pool(Map.of("rsync.bwlimit", "10"))));
        assertRefused(404, "Cluster member not found", () -> m1.define("nope", pool(NOTHING)));
        assertRefused(
                400,
                "The storage pool description cannot be set for a specific member",
                () -> m1.define("m1", new NewStoragePool("p", "dir", "x", NOTHING)));
        define("m1");
        assertRefused(
                400,
                "The storage pool already defined on member \"m1\"",
                () -> m1.define("m1", pool(NOTHING)));
        assertThat(m1.get("p").locations()).containsExactly("m1");
    }

    @Test
    void refusesLastStepsThatMakeNoSense() {
        var m1 = cluster.on("m1");
        assertRefused(
                400,
                "Pool not pending on any node (use --target <node> first)",
                () -> m1.create(pool(NOTHING)));
        define("m1");
        assertRefused(400, "Pool not defined on nodes: m2, m3", () -> m1.create(pool(NOTHING)));
        define("m2", "m3");
        assertRefused(
                400,
                "Config key \"source\" is cluster member specific",
                () -> m1.create(pool(Map.of("source", "/x"))));
        m1.create(pool(NOTHING));
        assertRefused(409, "The storage pool is already created", () -> m1.create(pool(NOTHING)));
        assertRefused(
                400, "Storage pool is not in pending state", () -> m1.define("m1", pool(NOTHING)));
    }

    @Test
    void isErroredWhenAMemberIsDownAndCanBeCreatedAgain() {
        define("m1", "m2", "m3");
        cluster.down.add("m3");
        var m1 = cluster.on("m1");
        assertRefused(
                500,
                "peer node 127.0.0.1:9003 is down",
                () -> m1.create(pool(Map.of("rsync.bwlimit", "10"))));
        assertThat(m1.get("p").status()).isEqualTo("Errored");
        assertThat(m1.getOn("p", "m3").status()).isEqualTo("Pending");
        cluster.down.clear();
        assertRefused(
                400,
                "Storage pool already partially created. Please do not specify any global config when re-running create",
                () -> m1.create(pool(Map.of("rsync.bwlimit", "12"))));
        m1.create(pool(NOTHING));
        assertThat(m1.get("p").status()).isEqualTo("Created");
        assertThat(m1.get("p").config()).containsExactly(entry("rsync.bwlimit", "10"));
    }

    @Test
    void keepsWhatSucceededWhenOneMemberRefuses() {
        define("m1", "m2");
        cluster.on("m1").define("m3", pool(Map.of("source", "/nonexist")));
        var m1 = cluster.on("m1");
        assertRefused(400, "Source path '/nonexist' doesn't exist", () -> m1.create(pool(NOTHING)));
        assertThat(m1.getOn("p", "m1").status()).isEqualTo("Created");
        assertThat(m1.getOn("p", "m3").status()).isEqualTo("Pending");
        assertThat(m1.get("p").status()).isEqualTo("Errored");

        m1.updateOn("p", "m3", present -> new ConfigUpdate("", Map.of("source", "/mnt")));
        m1.create(pool(NOTHING));
        assertThat(m1.getOn("p", "m3").config()).containsExactly(entry("source", "/mnt"));
        assertThat(m1.get("p").status()).isEqualTo("Created");
    }

    @Test
    void changesWhatIsTheSameEverywhere() {
        create();
        var m1 = cluster.on("m1");
        m1.update("p", present -> new ConfigUpdate("fast", Map.of("user.a", "b", "user.c", "")));
        assertThat(m1.get("p").description()).isEqualTo("fast");
        assertThat(m1.get("p").config()).containsExactly(entry("user.a", "b"));
        assertRefused(
                400,
                "Config key \"source\" is cluster member specific",
                () -> m1.update("p", present -> new ConfigUpdate("", Map.of("source", "/x"))));
        assertRefused(
                400,
                "Invalid option \"bogus\"",
                () -> m1.update("p", present -> new ConfigUpdate("", Map.of("bogus", "1"))));
        assertThat(m1.get("p").config()).containsExactly(entry("user.a", "b"));
    }

    @Test
    void changesTheKeysOfOneMemberOnlyWhileTheyAreNotUsed() {
        create();
        var m1 = cluster.on("m1");
        assertRefused(
                400,
                "Config key \"rsync.bwlimit\" may not be used as cluster member specific key",
                () ->
                        m1.updateOn(
                                "p",
                                "m2",
                                present ->
                                        new ConfigUpdate(
                                                "",
                                                Map.of("source", "/m2/p", "rsync.bwlimit", "1"))));
        assertRefused(
                400,
                "Pool source cannot be changed when not in pending state",
                () -> m1.updateOn("p", "m2", present -> new ConfigUpdate("", NOTHING)));
    }

    @Test
    void deletesFromEveryMember() {
        create();
        var m1 = cluster.on("m1");
        users.add("/1.0/profiles/default");
        assertRefused(400, "The storage pool is currently in use", () -> m1.delete("p"));
        assertThat(m1.get("p").usedBy()).containsExactly("/1.0/profiles/default");
        users.clear();
        cluster.down.add("m2");
        assertRefused(500, "peer node 127.0.0.1:9002 is down", () -> m1.delete("p"));
        assertThat(m1.get("p").status()).isEqualTo("Created");
        cluster.down.clear();
        m1.delete("p");
        assertThat(cluster.hosts.values()).allMatch(host -> host.pools.isEmpty());
        assertRefused(404, "Storage pool not found", () -> m1.get("p"));
    }

    @Test
    void deletesWhatIsOnlyDefinedWithoutAskingAnybody() {
        define("m1", "m3");
        cluster.down.add("m3");
        cluster.on("m1").delete("p");
        assertThat(cluster.on("m1").list()).isEmpty();
    }

    @Test
    void tellsANewcomerWhichKeysToFillIn() {
        define("m1");
        assertThat(form()).isEmpty();
        define("m2", "m3");
        cluster.on("m1").create(pool(NOTHING));
        assertThat(form())
                .containsExactly(
                        new MemberConfigKey(
                                "storage-pool",
                                "p",
                                "source",
                                "",
                                "\"source\" property for storage pool \"p\""));
    }

    @Test
    void givesANewcomerItsPartOfWhatIsMore() {
        create();
        var m1 = cluster.on("m1");
        for (var member : List.of("m1", "m2", "m3")) {
            m1.define(member, new NewStoragePool("broken", "dir", "", NOTHING));
        }
        cluster.down.add("m2");
        assertRefused(
                500,
                "peer node 127.0.0.1:9002 is down",
                () -> m1.create(new NewStoragePool("broken", "dir", "", NOTHING)));
        cluster.down.clear();
        m1.define("m1", new NewStoragePool("waiting", "dir", "", NOTHING));
        cluster.join("m4", m1, Map.of("p", Map.of("source", "/m4/p", "user.x", "ignored")));

        assertThat(m1.getOn("p", "m4").status()).isEqualTo("Created");
        assertThat(m1.getOn("p", "m4").config()).containsExactly(entry("source", "/m4/p"));
        assertThat(m1.getOn("broken", "m4").status()).isEqualTo("Pending");
        assertThat(m1.get("waiting").locations()).containsExactly("m1");
        assertRefused(404, "Storage pool not found", () -> m1.getOn("waiting", "m4"));
    }

    private List<MemberConfigKey> form() {
        return cluster.database.read(reader -> cluster.on("m1").memberConfig(reader));
    }

    private void create() {
        define("m1", "m2", "m3");
        cluster.on("m1").create(pool(NOTHING));
    }

    private void define(String... members) {
        for (var member : members) {
            cluster.on("m1").define(member, pool(NOTHING));
        }
    }

    private static NewStoragePool pool(Map<String, String> config) {
        return new NewStoragePool("p", "dir", "", config);
    }
}
