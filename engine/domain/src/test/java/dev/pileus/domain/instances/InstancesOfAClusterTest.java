package dev.pileus.domain.instances;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pileus.api.Instance;
import dev.pileus.database.Batch;
import dev.pileus.database.Decision;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstancesOfAClusterTest {
    @TempDir Path folder;
    private TestServer server;

    @BeforeEach
    void open() {
        server = TestServer.first(folder, "m1", "m2");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void goWhereTheFewestAreThoseBeingMadeIncluded() {
        assertThat(place("a", "").location()).isEqualTo("m1");
        assertThat(place("b", "").location()).isEqualTo("m2");
        assertThat(place("c", "m2").location()).isEqualTo("m2");
        assertThat(place("d", "").location()).isEqualTo("m1");
    }

    @Test
    void rememberTheGroupTheyWereAskedInto() {
        server.database.write(
                Batch.builder()
                        .run("INSERT INTO cluster_groups (id, name) VALUES (5, 'gpu')")
                        .run("INSERT INTO nodes_cluster_groups (node_id, group_id) VALUES (2, 5)")
                        .build());
        var instance = place("a", "@gpu");
        assertThat(instance.location()).isEqualTo("m2");
        assertThat(instance.ownSetting(Instance.CLUSTER_GROUP)).isEqualTo("gpu");
        var users =
                server.database.read(
                        reader -> new InstanceReferences().ofGroups().urls(reader, "gpu"));
        assertThat(users).containsExactly("/1.0/instances/a");
    }

    @Test
    void doNotGoToMembersInMaintenance() {
        server.database.write(
                Batch.builder().run("UPDATE nodes SET state = 2 WHERE name = 'm1'").build());
        assertThat(place("a", "").location()).isEqualTo("m2");
        assertRefused(403, "Cluster member is evacuated", () -> place("b", "m1"));
    }

    @Test
    void areInErrorWhereNobodyAnswers() {
        var here = place("a", "m1");
        place("b", "m2");
        server.containers.up.put(here.handle(), Power.RUNNING);
        assertThat(server.lists.list("", Depth.EVERYTHING))
                .extracting(Instance::name, Instance::status, instance -> instance.state() == null)
                .containsExactly(tuple("a", "Running", false), tuple("b", "Error", true));
    }

    @Test
    void arePlacedBesideTheirOriginals() {
        var original = place("a", "m2");
        server.database.decide(
                reader -> new Decision<>(InstanceStatements.whole(original, true), original.id()));
        var copy = server.creation.place("default", TestServer.copy("b", "a"), "");
        assertThat(copy.instance().location()).isEqualTo("m2");
        assertThat(copy.destination()).isEmpty();
        var far = server.creation.place("default", TestServer.copy("c", "a"), "m1");
        assertThat(far.instance().location()).isEqualTo("m2");
        assertThat(far.destination()).isEqualTo("m1");
    }

    private StoredInstance place(String name, String target) {
        return server.creation
                .place("default", TestServer.wanted(name, Map.of()), target)
                .instance();
    }
}
