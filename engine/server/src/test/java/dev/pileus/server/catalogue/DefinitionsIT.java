package dev.pileus.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.MemberStatus;
import dev.pileus.testkit.CommandFailedException;
import dev.pileus.testkit.Own;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealPileus;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Pools and networks of a cluster: defined on each member, created everywhere (CONTRACT 13.2, 14).
@RealPileus
class DefinitionsIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void createsAPoolOnAllMembers(PileusCluster cluster) {
        refused(
                "Pool not pending on any node (use --target <node> first)",
                () -> cluster.incus("storage", "create", "p", "dir"));
        cluster.incus("storage", "create", "p", "dir", "--target", "m1");
        refused(
                "The storage pool already defined on member \"m1\"",
                () -> cluster.incus("storage", "create", "p", "dir", "--target", "m1"));
        // any member takes any step
        cluster.clientAt("m3", "storage", "create", "p", "dir", "--target", "m2");
        assertThat(cluster.incus("storage", "list", "--format", "csv"))
                .contains("p,dir,,0,PENDING");
        refused(
                "Pool not defined on nodes: m3",
                () -> cluster.incus("storage", "create", "p", "dir"));
        cluster.incus("storage", "create", "p", "dir", "--target", "m3");
        refused(
                "Config key \"source\" is cluster member specific",
                () -> cluster.incus("storage", "create", "p", "dir", "source=/x"));
        cluster.clientAt("m2", "storage", "create", "p", "dir", "rsync.bwlimit=10");

        assertThat(cluster.incus("storage", "show", "p"))
                .contains("status: Created", "rsync.bwlimit: \"10\"", "- m1", "- m2", "- m3")
                .doesNotContain("source");
        for (var member : cluster.members()) {
            var place = member.stateDir().resolve("storage-pools/p");
            assertThat(place.resolve("containers")).isDirectory();
            assertThat(cluster.incus("storage", "get", "p", "source", "--target", member.name()))
                    .isEqualTo(place.toString());
            assertThat(cluster.incus("storage", "info", "p", "--target", member.name()))
                    .contains("total space:");
        }
        cluster.incus("storage", "set", "p", "user.a", "b");
        assertThat(cluster.clientAt("m3", "storage", "get", "p", "user.a")).isEqualTo("b");
        refused(
                "Pool source cannot be changed when not in pending state",
                () -> cluster.incus("storage", "set", "p", "source", "/x", "--target", "m2"));
        cluster.clientAt("m2", "storage", "delete", "p");
        assertThat(cluster.members())
                .allMatch(member -> !exists(member.stateDir().resolve("storage-pools/p")));
    }

    @Test
    void createsANetworkOnAllMembers(PileusCluster cluster) {
        for (var member : cluster.members()) {
            cluster.incus("network", "create", "br7", "--target", member.name());
        }
        assertThat(cluster.incus("network", "list", "--format", "csv")).contains("PENDING");
        refused(
                "Config key \"bridge.external_interfaces\" is cluster member specific",
                () -> cluster.incus("network", "create", "br7", "bridge.external_interfaces=eth9"));
        cluster.incus("network", "create", "br7", "ipv6.address=none");
        var address = cluster.clientAt("m3", "network", "get", "br7", "ipv4.address");
        assertThat(address).matches("10\\.\\d+\\.\\d+\\.1/24");
        cluster.incus(
                "network", "set", "br7", "bridge.external_interfaces", "eth9", "--target", "m2");
        assertThat(cluster.incus("network", "show", "br7", "--target", "m2"))
                .contains("bridge.external_interfaces: eth9", address);
        assertThat(cluster.incus("query", "/1.0/cluster"))
                .contains("\\\"bridge.external_interfaces\\\" property for network \\\"br7\\\"");
        cluster.incus("network", "delete", "br7");
        refused("Network not found", () -> cluster.clientAt("m2", "network", "show", "br7"));
    }

    @Test
    void repeatsACreationThatAMemberHasMissed(@Own PileusCluster cluster) {
        cluster.killDaemon("m3");
        for (var member : cluster.members()) {
            cluster.incus("storage", "create", "p", "dir", "--target", member.name());
        }
        var address = cluster.member("m3").address().getAuthority();
        refused(
                "peer node " + address + " is down",
                () -> cluster.incus("storage", "create", "p", "dir", "rsync.bwlimit=10"));
        assertThat(cluster.incus("storage", "show", "p")).contains("status: Errored");
        cluster.awaitStatus("m3", MemberStatus.OFFLINE);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(cluster.incus("warning", "list", "--format", "csv"))
                                .contains("Offline cluster member", "NEW", "LOW"));
        cluster.startDaemon("m3");
        cluster.awaitOnline();
        refused(
                "Storage pool already partially created. Please do not specify any global config when re-running create",
                () -> cluster.incus("storage", "create", "p", "dir", "rsync.bwlimit=12"));
        cluster.incus("storage", "create", "p", "dir");
        assertThat(cluster.incus("storage", "show", "p"))
                .contains("status: Created", "rsync.bwlimit: \"10\"");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(cluster.incus("query", "/1.0/warnings?recursion=1"))
                                .contains("\"resolved\""));
    }

    @Test
    void tellsOfEachMembersHost(PileusCluster cluster) {
        for (var member : cluster.members()) {
            assertThat(cluster.incus("info", "--resources", "--target", member.name()))
                    .contains("CPU", "Total:");
            assertThat(cluster.incus("cluster", "info", member.name()))
                    .contains("total_ram:", "storage_pools:", "default:");
        }
    }

    private static boolean exists(Path path) {
        return path.toFile().exists();
    }

    private static void refused(String text, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining(text);
    }
}
