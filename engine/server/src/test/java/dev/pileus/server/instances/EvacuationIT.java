package dev.pileus.server.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.MemberStatus;
import dev.pileus.api.Operation;
import dev.pileus.client.Accepted;
import dev.pileus.client.ClientSettings;
import dev.pileus.client.OperationOutcome;
import dev.pileus.client.ServerClient;
import dev.pileus.testkit.Command;
import dev.pileus.testkit.CommandFailedException;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealContainers;
import dev.pileus.testkit.RealPileus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A member goes into maintenance and comes back, by the stock client and, where that says too
/// little, by ours.
@RealPileus
@RealContainers
class EvacuationIT {
    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir private Path folder;
    private final PileusCluster cluster;
    private final Guests guests;
    private final ServerClient client;

    EvacuationIT(PileusCluster cluster) {
        this.cluster = cluster;
        this.guests = new Guests(cluster);
        this.client = ServerClient.open(ClientSettings.unix(cluster.socket("m1")));
    }

    @AfterEach
    void tidy() {
        client.close();
        cluster.tidy();
    }

    @Test
    void isAsItWasAfterTheRestore() {
        cluster.launch("c1", "m1");
        cluster.launch("c2", "m3");
        guests.create("c3", "m3");
        guests.create("slow", "m3", "-c", "boot.host_shutdown_timeout=2");
        guests.makeStubborn("m3", "slow");
        cluster.client("start", "slow");
        var before = guests.list();

        var evacuation = begun(client.members().evacuate("m3", ""));
        cluster.awaitStatus("m3", MemberStatus.EVACUATING);
        assertRefused("Cluster member is evacuated", "create", "busybox", "x", "--target", "m3");
        await().untilAsserted(() ->
                assertThat(client.operations().get(evacuation.id()).progress())
                        .containsAnyOf("Stopping \"", "Migrating \"", "Starting \""));
        assertThat(end(evacuation)).isInstanceOf(OperationOutcome.Succeeded.class);
        cluster.awaitStatus("m3", MemberStatus.EVACUATED);
        assertThat(guests.list())
                .containsExactlyInAnyOrder(
                        "c1,RUNNING,m1",
                        "c2,RUNNING," + guests.location("c2"),
                        "c3,STOPPED," + guests.location("c3"),
                        "slow,RUNNING," + guests.location("slow"))
                .noneMatch(line -> line.endsWith("m3"));
        assertRefused("already evacuated", "cluster", "evacuate", "m3", "--force");

        var restore = begun(client.members().restore("m3", ""));
        cluster.awaitStatus("m3", MemberStatus.RESTORING);
        assertThat(end(restore)).isInstanceOf(OperationOutcome.Succeeded.class);
        cluster.awaitOnline();
        assertThat(guests.list()).isEqualTo(before);
        assertThat(cluster.client("config", "get", "c2", "volatile.evacuate.origin")).isEmpty();
        assertRefused("already restored", "cluster", "restore", "m3", "--force");
    }

    @Test
    void doesWithEachWhatItWants() {
        cluster.client("cluster", "group", "create", "gpu");
        cluster.client("cluster", "group", "create", "alone");
        cluster.client("cluster", "group", "assign", "m2", "default,gpu");
        cluster.client("cluster", "group", "assign", "m3", "default,gpu,alone");
        try {
            launch("stops", "cluster.evacuate=stop");
            launch("moves", "cluster.evacuate=migrate");
            launch("lives", "cluster.evacuate=live-migrate");
            launch("bound", "volatile.cluster.group=gpu");
            launch("stuck", "volatile.cluster.group=alone");
            launchShowing("local", folder);
            guests.create("forced", "m3", "-c", "cluster.evacuate=force-stop");
            guests.makeStubborn("m3", "forced");
            cluster.client("start", "forced");
            var before = guests.list();

            var evacuation = end(begun(client.members().evacuate("m3", "")));
            assertThat(evacuation)
                    .isInstanceOfSatisfying(
                            OperationOutcome.Succeeded.class,
                            done ->
                                    assertThat(done.operation().metadata().get("evacuation_notes"))
                                            .hasToString(
                                                    "[\"\\\"stuck\\\" in project \\\"default\\\" stays on \\\"m3\\\", stopped: no other member can take it\"]"));
            for (var one : List.of("forced", "local", "stops", "stuck")) {
                assertThat(guests.list()).contains(one + ",STOPPED,m3");
            }
            assertThat(guests.list()).contains("bound,RUNNING,m2");
            for (var one : List.of("lives", "moves")) {
                assertThat(guests.list()).containsAnyOf(one + ",RUNNING,m1", one + ",RUNNING,m2");
            }
            assertRefused("Cluster member is evacuated", "start", "stops");
            assertRefused("Cluster member is evacuated", "launch", "busybox", "--target", "m3");

            cluster.client("cluster", "restore", "m3", "--force");
            assertThat(guests.list()).isEqualTo(before);
        } finally {
            cluster.client("cluster", "group", "assign", "m2", "default");
            cluster.client("cluster", "group", "assign", "m3", "default");
            cluster.client("delete", "-f", "bound", "stuck");
            cluster.client("cluster", "group", "delete", "gpu");
            cluster.client("cluster", "group", "delete", "alone");
        }
    }

    @Test
    void doesWithAllWhatItIsAskedFor() {
        launch("c1", "cluster.evacuate=migrate");
        cluster.client("cluster", "evacuate", "m3", "--force", "--action", "stop");
        assertThat(guests.list()).containsExactly("c1,STOPPED,m3");
        cluster.client("cluster", "restore", "m3", "--force");
        assertThat(guests.list()).containsExactly("c1,RUNNING,m3");

        var evacuation = end(begun(client.members().evacuate("m3", "migrate")));
        assertThat(evacuation).isInstanceOf(OperationOutcome.Succeeded.class);
        var elsewhere = guests.list();
        assertThat(end(begun(client.members().restore("m3", "skip"))))
                .isInstanceOf(OperationOutcome.Succeeded.class);
        cluster.awaitOnline();
        assertThat(guests.list()).isEqualTo(elsewhere).doesNotContain("c1,RUNNING,m3");
        cluster.client("cluster", "restore", "m3", "--force");
        assertThat(guests.list()).containsExactly("c1,RUNNING,m3");

        assertThatThrownBy(() -> client.members().evacuate("m3", "dance"))
                .hasMessageContaining("Invalid value \"dance\" (not one of [auto migrate");
        assertThatThrownBy(() -> client.members().restore("m3", "dance"))
                .hasMessageContaining("Invalid restore mode \"dance\"");
    }

    @Test
    void saysWhichInstanceIsWhereWhenOneFails() throws IOException {
        var shown = Files.createDirectory(folder.resolve("shown"));
        launch("well", "user.a=b");
        launchShowing("bare", shown);
        cluster.client("config", "set", "bare", "cluster.evacuate=migrate");
        Files.delete(shown);
        guests.create("lost", "m3");
        Command.of("rm", "-r", guests.folder("m3", "lost").toString()).output();

        assertThat(end(begun(client.members().evacuate("m3", ""))))
                .isInstanceOfSatisfying(
                        OperationOutcome.Failed.class,
                        failed ->
                                assertThat(failed.error())
                                        .contains(
                                                "\"lost\" in project \"default\" is still on \"m3\": ")
                                        .containsPattern(
                                                "\"bare\" in project \"default\" is on \"m[12]\" and does not run: Missing source path")
                                        .doesNotContain("well"));
        cluster.awaitOnline();
        assertThat(guests.list())
                .contains("lost,STOPPED,m3", "bare,STOPPED," + guests.location("bare"))
                .containsAnyOf("well,RUNNING,m1", "well,RUNNING,m2");

        Files.createDirectory(shown);
        cluster.client("cluster", "restore", "m3", "--force");
        assertThat(guests.list())
                .containsExactlyInAnyOrder("bare,RUNNING,m3", "lost,STOPPED,m3", "well,RUNNING,m3");
    }

    /// Whatever it was in the midst of, and whatever is asked of it then.
    @ParameterizedTest
    @ValueSource(strings = {"evacuate", "restore"})
    void losesNothingWhenItDiesOnTheWay(String next) {
        launch("stops", "cluster.evacuate=stop");
        launch("small", "user.a=b");
        guests.create("big", "m3");
        guests.load("m3", "big", 160);
        cluster.client("start", "big");
        var before = guests.list();

        var ignored = begun(client.members().evacuate("m3", ""));
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        !guests.location("small").equals("m3")
                                && (guests.isComing("m1", "big") || guests.isComing("m2", "big")));
        cluster.killDaemon("m3");
        cluster.startDaemon("m3");
        await().atMost(SOON).until(() -> isAccepted("cluster", next, "m3", "--force"));

        if (next.equals("evacuate")) {
            assertThat(guests.list())
                    .contains("stops,STOPPED,m3")
                    .containsAnyOf("big,RUNNING,m1", "big,RUNNING,m2")
                    .containsAnyOf("small,RUNNING,m1", "small,RUNNING,m2");
            cluster.client("cluster", "restore", "m3", "--force");
        }
        // what shall be up anyhow need not be up when the restore ends
        await().atMost(SOON).untilAsserted(() -> assertThat(guests.list()).isEqualTo(before));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(guests.holders("big")).containsExactly("m3"));
    }

    /// Others may take a moment to see that it is back; nothing else may go wrong.
    private boolean isAccepted(String... arguments) {
        try {
            cluster.client(arguments);
            return true;
        } catch (CommandFailedException e) {
            assertThat(e).hasMessageContaining("Missing event connection");
            return false;
        }
    }

    private void launch(String instance, String setting) {
        cluster.launch(instance, "m3", "-c", setting);
    }

    /// With a folder of the host.
    private void launchShowing(String instance, Path shown) {
        guests.create(instance, "m3");
        cluster.client(
                "config",
                "device",
                "add",
                instance,
                "shown",
                "disk",
                "path=/mnt",
                "source=" + shown);
        cluster.client("start", instance);
    }

    private Operation begun(Accepted accepted) {
        return ((Accepted.Running) accepted).operation();
    }

    private OperationOutcome end(Operation operation) {
        return client.operations().await(operation, SOON);
    }

    private void assertRefused(String text, String... arguments) {
        assertThatThrownBy(() -> cluster.client(arguments))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining(text);
    }
}
