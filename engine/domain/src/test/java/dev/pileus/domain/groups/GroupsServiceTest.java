package dev.pileus.domain.groups;

import static dev.pileus.domain.Refusals.assertRefused;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.ClusterGroup;
import dev.pileus.api.GroupChange;
import dev.pileus.database.Batch;
import dev.pileus.database.LocalDatabase;
import dev.pileus.domain.Schema;
import dev.pileus.domain.TestDatabase;
import dev.pileus.domain.events.EventHub;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupsServiceTest {
    @TempDir Path folder;
    private final EventHub events =
            new EventHub(TestDatabase.member(1, "m1"), InstantSource.system());
    private LocalDatabase database;
    private GroupsService groups;

    @BeforeEach
    void open() {
        database = LocalDatabase.open(folder.resolve("global.db"), Schema.migrations());
        groups = new GroupsService(database, GroupUses.NONE, events);
        database.write(
                Batch.builder()
                        .run("UPDATE nodes SET name = 'm1', address = '10.0.0.1:8443'")
                        .run(
                                "INSERT INTO nodes (id, name, address) VALUES (2, 'm2', '10.0.0.2:8443')")
                        .run(
                                "INSERT INTO nodes (id, name, address, state) VALUES (3, 'm3', '10.0.0.3:8443', 1)")
                        .add(GroupMembership.welcome(2))
                        .build());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyMemberBeginsInTheDefaultGroup() {
        assertThat(groups.list())
                .containsExactly(
                        new ClusterGroup(
                                "default",
                                "Default cluster group",
                                List.of("m1", "m2"),
                                Map.of(),
                                List.of()));
    }

    @Test
    void aServerOnItsOwnHasNoGroups() {
        database.write(
                Batch.builder()
                        .run("DELETE FROM nodes WHERE id > 1")
                        .run("UPDATE nodes SET name = 'none'")
                        .build());
        assertRefused(400, "This server is not clustered", () -> groups.list());
        assertRefused(400, "This server is not clustered", () -> create("gpu"));
    }

    @Test
    void createsGroupsWithTheirMembers() {
        groups.create(
                new ClusterGroup("gpu", "d", List.of("m2"), Map.of("user.a", "b"), List.of()));
        assertThat(groups.get("gpu"))
                .isEqualTo(
                        new ClusterGroup(
                                "gpu", "d", List.of("m2"), Map.of("user.a", "b"), List.of()));
        assertThat(database.read(GroupMembership::byMember))
                .isEqualTo(Map.of("m1", List.of("default"), "m2", List.of("default", "gpu")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 400 | No name provided",
                "a/b | 400 | Cluster group names may not contain slashes",
                "a b | 400 | Cluster group names may not contain spaces",
                "@x | 400 | Invalid cluster group name: \"@x\"",
                "default | 409 | Name \"default\" already in use",
            })
    void refusesNames(String name, int status, String text) {
        assertRefused(status, text, () -> create(name));
    }

    @Test
    void refusesUnknownMembersAndCreatesNothing() {
        for (var member : List.of("nope", "m3")) {
            assertRefused(
                    404,
                    "Cluster member \"" + member + "\" not found",
                    () ->
                            groups.create(
                                    new ClusterGroup(
                                            "gpu", "", List.of(member), Map.of(), List.of())));
        }
        assertThat(groups.list()).hasSize(1);
    }

    @Test
    void putReplacesAndPatchDoesNot() {
        groups.create(
                new ClusterGroup("gpu", "d", List.of("m2"), Map.of("user.a", "b"), List.of()));
        groups.update("gpu", new GroupChange(null, null, Map.of("user.c", "d"))::patch);
        assertThat(groups.get("gpu"))
                .isEqualTo(
                        new ClusterGroup(
                                "gpu",
                                "d",
                                List.of("m2"),
                                Map.of("user.a", "b", "user.c", "d"),
                                List.of()));
        groups.update("gpu", new GroupChange(null, List.of("m1"), null)::replace);
        assertThat(groups.get("gpu"))
                .isEqualTo(
                        new ClusterGroup(
                                "gpu",
                                "",
                                List.of("m1"),
                                Map.of("user.a", "b", "user.c", "d"),
                                List.of()));
        groups.update("gpu", new GroupChange(null, List.of(), Map.of())::replace);
        assertThat(groups.get("gpu").config()).isEmpty();
    }

    @Test
    void nobodyIsLeftWithoutAGroup() {
        create("gpu");
        assertRefused(
                400,
                "Cannot remove m1 from group as member needs to belong to at least one group",
                () -> groups.update("default", new GroupChange("", List.of(), null)::replace));
        groups.update("gpu", new GroupChange("", List.of("m1"), null)::replace);
        groups.update("default", new GroupChange("", List.of("m2"), null)::patch);
        assertThat(groups.get("default").members()).containsExactly("m2");
        assertRefused(
                400,
                "Cannot remove m1 from group as member needs to belong to at least one group",
                () -> groups.update("gpu", new GroupChange("", List.of(), null)::replace));
    }

    @Test
    void tellsWhatWasDone() {
        var told = new ArrayList<String>();
        events.subscribe((event, local) ->
                told.add(requireNonNull(event.metadata()).path("action").stringValue("")));
        create("gpu");
        groups.update("gpu", new GroupChange("d", null, null)::patch);
        groups.rename("gpu", "fast");
        groups.delete("fast");
        assertThat(told)
                .containsExactly(
                        "cluster-group-created",
                        "cluster-group-updated",
                        "cluster-group-renamed",
                        "cluster-group-deleted");
    }

    @Test
    void renames() {
        create("gpu");
        groups.rename("gpu", "fast");
        assertThat(groups.list()).extracting(ClusterGroup::name).containsExactly("default", "fast");
        assertRefused(
                409, "Name \"default\" already in use", () -> groups.rename("fast", "default"));
        assertRefused(400, "No name provided", () -> groups.rename("fast", ""));
        assertRefused(404, "Cluster_group not found", () -> groups.rename("gpu", "x"));
        assertRefused(
                403,
                "The \"default\" group cannot be renamed",
                () -> groups.rename("default", "x"));
    }

    @Test
    void deletesEmptyGroupsThatNobodyUses() {
        create("gpu");
        create("used");
        groups.update("gpu", new GroupChange("", List.of("m1"), null)::replace);
        assertRefused(400, "Only empty cluster groups can be removed", () -> groups.delete("gpu"));
        groups.update("gpu", new GroupChange("", List.of(), null)::replace);
        groups.delete("gpu");
        assertRefused(404, "Cluster_group not found", () -> groups.delete("gpu"));
        assertRefused(
                403,
                "The 'default' cluster group cannot be deleted",
                () -> groups.delete("default"));
        var inUse =
                new GroupsService(database, (reader, name) -> List.of("/1.0/projects/p1"), events);
        assertRefused(400, "Cluster group is currently in use", () -> inUse.delete("used"));
        assertThat(inUse.get("used").usedBy()).containsExactly("/1.0/projects/p1");
    }

    @Test
    void knowsItsKeys() {
        groups.update(
                "default",
                new GroupChange(null, null, Map.of("instances.vm.cpu.x86_64.baseline", "kvm64"))
                        ::patch);
        assertRefused(
                400,
                "Invalid cluster group configuration key \"bad\"",
                () ->
                        groups.update(
                                "default", new GroupChange(null, null, Map.of("bad", "x"))::patch));
    }

    private void create(String name) {
        groups.create(new ClusterGroup(name, "", List.of(), Map.of(), List.of()));
    }
}
