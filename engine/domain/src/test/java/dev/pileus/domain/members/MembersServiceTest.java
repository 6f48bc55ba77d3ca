package dev.pileus.domain.members;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.ApiException;
import dev.pileus.api.ClusterMember;
import dev.pileus.api.MemberPatch;
import dev.pileus.api.MemberUpdate;
import dev.pileus.database.Reader;
import dev.pileus.domain.members.roles.DatabaseRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MembersServiceTest {
    @TempDir Path folder;
    private TestCluster cluster;
    private MembersService members;

    @BeforeEach
    void open() {
        cluster = TestCluster.of(folder, 4);
        members = cluster.members();
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void showsMembersInTheOrderTheyCame() {
        assertThat(members.list())
                .extracting(ClusterMember::serverName)
                .containsExactly("m1", "m2", "m3", "m4");
        assertThat(members.get("m1"))
                .isEqualTo(
                        new ClusterMember(
                                "m1",
                                "https://10.0.0.1:8443",
                                true,
                                "Online",
                                "Fully operational",
                                "x86_64",
                                List.of("database-leader", "database"),
                                "default",
                                "",
                                Map.of(),
                                List.of("default")));
        assertThat(members.get("m4").database()).isFalse();
        assertThat(members.get("m4").roles()).isEmpty();
        cluster.role(4, DatabaseRole.STANDBY);
        assertThat(members.get("m4").roles()).containsExactly("database-standby");
    }

    @Test
    void aServerOnItsOwnHasNoMembersToShow() throws Exception {
        try (var alone = TestCluster.standalone(Files.createTempDirectory(folder, "alone"))) {
            assertRefused(400, "Server is not clustered", () -> alone.members().list());
            assertRefused(400, "Server is not clustered", () -> alone.members().get("none"));
            assertThat(alone.members().members()).extracting(Member::name).containsExactly("none");
        }
    }

    @Test
    void unknownMembersAreNotFound() {
        assertRefused(404, "Cluster member not found", () -> members.get("nope"));
        assertRefused(404, "Cluster member not found", () -> members.rename("nope", "m9"));
        assertRefused(404, "Cluster member not found", () -> update("nope", member -> member));
    }

    @Test
    void silentMembersAreOffline() {
        cluster.clock.turnSeconds(60);
        cluster.liveness.told(Map.of(2L, Duration.ofSeconds(131)));
        cluster.clock.turnSeconds(20);
        assertThat(members.get("m1").status()).isEqualTo("Online");
        assertThat(members.get("m2").status()).isEqualTo("Offline");
        assertThat(members.get("m2").message())
                .isEqualTo("No heartbeat for 2m31s (2026-11-20 15:56:05 +0000)");
        cluster.clock.turnSeconds(1);
        assertThat(members.list()).extracting(ClusterMember::status).containsOnly("Offline");
    }

    @Test
    void maintenanceWinsOverSilence() {
        var maintenance = new MaintenanceService(cluster.database);
        maintenance.beginEvacuation("m2");
        assertThat(members.get("m2").status()).isEqualTo("Evacuating");
        maintenance.evacuated("m2");
        cluster.clock.turnSeconds(100);
        assertThat(members.get("m2").status()).isEqualTo("Evacuated");
        assertThat(members.get("m2").message()).isEqualTo("Unavailable due to maintenance");
        assertRefused(
                400,
                "Cluster member is already evacuated",
                () -> maintenance.beginEvacuation("m2"));
        maintenance.beginRestore("m2", false);
        assertThat(members.get("m2").status()).isEqualTo("Restoring");
        maintenance.available("m2");
        assertRefused(
                400,
                "Cluster member is already restored",
                () -> maintenance.beginRestore("m2", false));
    }

    @Test
    void olderMembersWaitForAnUpdate() {
        members.announce(3, new MemberVersion(9, 100), Architecture.AARCH64);
        assertThat(members.get("m3").status()).isEqualTo("Online");
        assertThat(members.get("m3").architecture()).isEqualTo("aarch64");
        assertThat(members.get("m1").status()).isEqualTo("Blocked");
        assertThat(members.get("m1").message()).isEqualTo("Needs updating to newer version");
    }

    @Test
    void replacesEverythingThatCanBeWritten() {
        update(
                "m2",
                member ->
                        new MemberUpdate(
                                List.of("database", "database-leader", "event-hub"),
                                "rack1",
                                "left of the door",
                                Map.of("scheduler.instance", "manual", "user.a", "b", "user.c", ""),
                                List.of("default")));
        var changed = members.get("m2");
        assertThat(changed.roles()).containsExactly("database", "event-hub");
        assertThat(changed.failureDomain()).isEqualTo("rack1");
        assertThat(changed.description()).isEqualTo("left of the door");
        assertThat(changed.config())
                .isEqualTo(Map.of("scheduler.instance", "manual", "user.a", "b"));
        update(
                "m2",
                member ->
                        new MemberUpdate(
                                List.of("database"), "default", "", Map.of(), List.of("default")));
        assertThat(members.get("m2").writable())
                .isEqualTo(
                        new MemberUpdate(
                                List.of("database"), "default", "", Map.of(), List.of("default")));
    }

    @Test
    void patchesOnlyWhatIsNamed() {
        update(
                "m2",
                member ->
                        new MemberUpdate(
                                member.roles(),
                                "rack1",
                                "here",
                                Map.of("user.a", "1", "user.b", "2"),
                                member.groups()));
        patch("m2", new MemberPatch(null, null, null, Map.of("user.b", "", "user.c", "3"), null));
        patch("m2", new MemberPatch(null, null, "there", null, null));
        var changed = members.get("m2");
        assertThat(changed.config()).isEqualTo(Map.of("user.a", "1", "user.c", "3"));
        assertThat(changed.failureDomain()).isEqualTo("rack1");
        assertThat(changed.description()).isEqualTo("there");
        assertThat(changed.roles()).containsExactly("database");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event-hub | default | user.a | default | 400 | The \"database\" role cannot be dropped at this time",
                "database,nope | default | user.a | default | 400 | Update roles: Invalid cluster role \"nope\"",
                "database | '' | user.a | default | 400 | Update failure domain: Failure domain name can't be empty",
                "database | default | user.a | '' | 400 | Cluster members need to belong to at least one group",
                "database | default | user.a | nope | 404 | Update cluster groups: Failed to add member to cluster group: Failed to get cluster group ID: Cluster_group not found",
                "database | default | bad | default | 400 | Invalid cluster configuration key \"bad\"",
                "database | default | scheduler.instance | default | 400 | Invalid cluster configuration key \"scheduler.instance\" value",
            })
    void refusesWhatMakesNoSenseAndChangesNothing(
            String roles, String domain, String key, String group, int status, String text) {
        var before = members.get("m2");
        assertRefused(
                status,
                text,
                () ->
                        update(
                                "m2",
                                member ->
                                        new MemberUpdate(
                                                List.of(roles.split(",", -1)),
                                                domain,
                                                "changed",
                                                Map.of(key, "x"),
                                                group.isEmpty() ? List.of() : List.of(group))));
        assertThat(members.get("m2")).isEqualTo(before);
    }

    @Test
    void theVoterRoleIsNotForAdminsToGive() {
        assertRefused(
                400,
                "The \"database\" role cannot be added at this time",
                () ->
                        update(
                                "m4",
                                member ->
                                        new MemberUpdate(
                                                List.of("database"),
                                                "default",
                                                "",
                                                Map.of(),
                                                member.groups())));
    }

    @Test
    void anUpdateCanBeRefusedByWhatItFinds() {
        assertRefused(
                412,
                "changed",
                () ->
                        members.update(
                                "m2",
                                found -> {
                                    throw new ApiException(412, "changed");
                                }));
    }

    @Test
    void keepsEverythingWhenRenamed() {
        patch("m3", new MemberPatch(null, "rack1", "here", Map.of("user.a", "1"), null));
        var before = members.get("m3");
        members.rename("m3", "archive");
        var after = members.get("archive");
        assertThat(after.writable()).isEqualTo(before.writable());
        assertThat(after.url()).isEqualTo(before.url());
        assertRefused(404, "Cluster member not found", () -> members.get("m3"));
        assertRefused(409, "Conflict", () -> members.rename("archive", "m1"));
        members.rename("archive", "archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "@x", "none", ".", "..", "a\tb", "a\u00a0b"})
    void refusesNamesThatCannotBeAddressed(String name) {
        assertRefused(
                400,
                "Invalid cluster member name: \"" + name + "\"",
                () -> members.rename("m2", name));
    }

    @Test
    void removedMembersLeaveNothingAndTheirIdsAreNotUsedAgain() {
        var removal = new RemovalService(cluster.database, List.of());
        patch("m4", new MemberPatch(null, "rack1", null, Map.of("user.a", "1"), null));
        removal.remove("m4", false);
        assertThat(members.list()).hasSize(3);
        cluster.add("m4", "10.0.0.4:8443");
        assertThat(members.member("m4").id()).isEqualTo(5);
        assertThat(members.get("m4").config()).isEmpty();
    }

    @Test
    void membersThatHoldSomethingAreRemovedByForceOnly() {
        var instances =
                new MemberBelongings() {
                    @Override
                    public Optional<String> remains(Reader reader, long member) {
                        return Optional.of("instances: i1, i4");
                    }
                };
        var removal = new RemovalService(cluster.database, List.of(instances));
        assertRefused(
                400,
                "Node still has the following instances: i1, i4",
                () -> removal.check("m2", false));
        removal.remove("m2", true);
        removal.remove("m3", true);
        removal.remove("m4", true);
        assertRefused(
                400, "Member is the only member in the cluster", () -> removal.remove("m1", true));
        assertThat(members.list()).hasSize(1);
    }

    private void update(String name, UnaryOperator<MemberUpdate> change) {
        members.update(name, found -> change.apply(found.writable()));
    }

    private void patch(String name, MemberPatch patch) {
        update(name, patch::over);
    }
}
