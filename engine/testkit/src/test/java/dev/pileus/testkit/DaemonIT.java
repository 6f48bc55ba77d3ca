package dev.pileus.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.Json;
import dev.pileus.api.MemberStatus;
import org.junit.jupiter.api.Test;

@RealIncus
@RealLxd
class DaemonIT {
    @Test
    void incusComesBackAfterACrash(@Own IncusCluster cluster) {
        comesBackAfterACrash(cluster, "m3");
    }

    @Test
    void incusComesBackAfterAnOrderlyStopOfTheLeader(@Own IncusCluster cluster) {
        comesBackAfterAnOrderlyStop(cluster, "m1");
    }

    @Test
    void lxdComesBackAfterACrash(@Own LxdCluster cluster) {
        comesBackAfterACrash(cluster, "m2");
    }

    @Test
    void lxdComesBackAfterAnOrderlyStop(@Own LxdCluster cluster) {
        comesBackAfterAnOrderlyStop(cluster, "m2");
    }

    private static void comesBackAfterACrash(RealCluster cluster, String member) {
        cluster.launch("survivor", member);
        long before = cluster.member(member).pid();
        var guest = guest(cluster, member);

        cluster.killDaemon(member);
        cluster.awaitStatus(member, MemberStatus.OFFLINE);
        assertThat(guest.isAlive()).isTrue();

        cluster.startDaemon(member);
        cluster.awaitOnline();
        assertThat(cluster.member(member).pid()).isNotEqualTo(before);
        assertThat(guest(cluster, member)).isEqualTo(guest);
    }

    private static void comesBackAfterAnOrderlyStop(RealCluster cluster, String member) {
        cluster.launch("survivor", member);
        var guest = guest(cluster, member);

        cluster.stopDaemon(member);
        assertThat(cluster.clusterMembers()).hasSameSizeAs(cluster.members());
        assertThat(guest.isAlive()).isTrue();

        cluster.startDaemon(member);
        cluster.awaitOnline();
        assertThat(guest(cluster, member)).isEqualTo(guest);
    }

    /// The init of the container, as the daemon of its member knows it.
    private static ProcessHandle guest(RealCluster cluster, String member) {
        var state = cluster.clientAt(member, "query", "/1.0/instances/survivor/state");
        long pid = Json.mapper().readTree(state).get("pid").asLong();
        return ProcessHandle.of(pid).orElseThrow();
    }
}
