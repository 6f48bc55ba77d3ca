package dev.pileus.server.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pileus.testkit.CommandFailedException;
import dev.pileus.testkit.Own;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealContainers;
import dev.pileus.testkit.RealPileus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Real containers on three members, driven through any of them.
@RealPileus
@RealContainers
class InstancesOfAClusterIT {
    private static final List<String> MEMBERS = List.of("m1", "m2", "m3");

    @Test
    void spreadsAndServesThemFromEveryMember(@Own({"m1", "m2", "m3"}) PileusCluster cluster) {
        for (var number = 1; number <= 6; number++) {
            cluster.clientAt(
                    MEMBERS.get(number % 3), "launch", PileusCluster.IMAGE, "c" + number, "-q");
        }
        for (var member : MEMBERS) {
            assertThat(cluster.clientAt(member, "list", "-f", "csv", "-c", "sL").lines())
                    .containsExactlyInAnyOrder(
                            "RUNNING,m1",
                            "RUNNING,m1",
                            "RUNNING,m2",
                            "RUNNING,m2",
                            "RUNNING,m3",
                            "RUNNING,m3");
        }
        for (var member : MEMBERS) {
            cluster.clientAt(member, "stop", "c1", "c4");
            cluster.clientAt(member, "start", "c1", "c4");
            assertThat(cluster.clientAt(member, "info", "c1")).contains("Status: RUNNING");
        }
        placesWhereItIsTold(cluster);
        refuses(cluster);
        showsThoseOfALostMember(cluster);
    }

    private static void placesWhereItIsTold(PileusCluster cluster) {
        cluster.client("cluster", "group", "create", "gpu");
        cluster.client("cluster", "group", "assign", "m3", "default,gpu");
        cluster.client("cluster", "set", "m2", "scheduler.instance", "manual");
        cluster.client("create", PileusCluster.IMAGE, "g1", "-q", "--target", "@gpu");
        cluster.client("create", PileusCluster.IMAGE, "t1", "-q", "--target", "m2");
        assertThat(cluster.client("list", "g1", "-f", "csv", "-c", "L")).isEqualTo("m3");
        assertThat(cluster.client("list", "t1", "-f", "csv", "-c", "L")).isEqualTo("m2");
        assertThat(cluster.client("config", "get", "g1", "volatile.cluster.group"))
                .isEqualTo("gpu");
    }

    private static void refuses(PileusCluster cluster) {
        assertRefused(
                cluster,
                "Cluster member \"nope\" not found",
                "create",
                "busybox",
                "x",
                "--target",
                "nope");
        assertRefused(
                cluster,
                "Cluster group \"nope\" doesn't exist",
                "create",
                "busybox",
                "x",
                "--target",
                "@nope");
        assertRefused(cluster, "already exists", "create", "busybox", "c1");
        assertRefused(cluster, "Node still has the following instances", "cluster", "remove", "m3");
    }

    private static void showsThoseOfALostMember(PileusCluster cluster) {
        cluster.client("config", "set", "cluster.offline_threshold", "11");
        cluster.killDaemon("m3");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(cluster.client("list", "g1", "-f", "csv", "-c", "s"))
                                .isEqualTo("ERROR"));
        assertRefused(cluster, "Missing event connection", "start", "g1");
        cluster.startDaemon("m3");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(
                                        cluster.client("list", "-f", "csv", "-c", "sL")
                                                .lines()
                                                .filter("RUNNING,m3"::equals))
                                .hasSize(2));
    }

    private static void assertRefused(PileusCluster cluster, String text, String... arguments) {
        assertThatThrownBy(() -> cluster.client(arguments))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining(text);
    }
}
