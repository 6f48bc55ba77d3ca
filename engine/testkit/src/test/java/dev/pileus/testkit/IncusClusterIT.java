package dev.pileus.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.JoinToken;
import dev.pileus.api.MemberStatus;
import dev.pileus.api.TrustToken;
import org.junit.jupiter.api.Test;

@RealIncus
class IncusClusterIT {
    @Test
    void listsThreeMembersThatAreOnline(IncusCluster cluster) {
        assertThat(cluster.incus("cluster", "list", "-f", "csv", "-c", "ns"))
                .hasLineCount(3)
                .contains("m1,ONLINE", "m2,ONLINE", "m3,ONLINE");
    }

    @Test
    void runsContainers(IncusCluster cluster) {
        cluster.launch("run", "m2", "-c", "user.note=hello");

        assertThat(cluster.incus("exec", "run", "--", "hostname")).isEqualTo("run");
        assertThat(cluster.incus("list", "run", "-f", "csv", "-c", "nsL"))
                .isEqualTo("run,RUNNING,m2");
        assertThat(cluster.incus("config", "get", "run", "user.note")).isEqualTo("hello");
    }

    @Test
    void evacuatesAndRestoresAMember(IncusCluster cluster) {
        cluster.launch("evac", "m3");

        cluster.incus("cluster", "evacuate", "m3", "--force");
        assertThat(location(cluster, "evac")).startsWith("RUNNING,").doesNotEndWith("m3");

        cluster.incus("cluster", "restore", "m3", "--force");
        assertThat(location(cluster, "evac")).isEqualTo("RUNNING,m3");
    }

    private static String location(IncusCluster cluster, String instance) {
        return cluster.incus("list", instance, "-f", "csv", "-c", "sL");
    }

    @Test
    void issuesTokensThatPointToIt(IncusCluster cluster) throws Exception {
        var trust = TrustToken.decode(cluster.issueTrustToken("console"));
        var join = JoinToken.decode(cluster.joinToken("m4"));

        assertThat(trust.fingerprint()).isEqualTo(cluster.fingerprint());
        assertThat(trust.addresses()).contains(cluster.member("m1").hostAndPort());
        assertThat(join.serverName()).isEqualTo("m4");
    }

    @Test
    void tellsWhatTheClientComplainsAbout(IncusCluster cluster) {
        assertThatThrownBy(() -> cluster.incus("cluster", "show", "nobody"))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("Cluster member not found");
    }

    @Test
    void runsTwoClustersAtOnce(IncusCluster shared, @Own("solo") IncusCluster own) {
        assertThat(own.clusterMembers())
                .extracting(ClusterMember::serverName)
                .containsExactly("solo");
        assertThat(own.fingerprint()).isNotEqualTo(shared.fingerprint());
    }

    @Test
    void startsNewcomersThatCanJoin(@Own("first") IncusCluster cluster) {
        var newcomer = cluster.startNewcomer("second");
        assertThat(cluster.clusterMembers()).hasSize(1);

        cluster.init(newcomer, Preseed.join(newcomer, cluster.joinToken("second")));

        cluster.awaitStatus("second", MemberStatus.ONLINE);
    }

    @Test
    void givesMembersTheWantedDomainsAndGroups() {
        var options =
                ClusterOptions.of("alpha", "beta")
                        .failureDomain("beta", "rack-b")
                        .group("gpu", "beta")
                        .config("cluster.max_standby", "1");
        try (var cluster = IncusCluster.start(options)) {
            var beta = cluster.clusterMembers().getLast();
            assertThat(beta.failureDomain()).isEqualTo("rack-b");
            assertThat(beta.groups()).containsExactlyInAnyOrder("default", "gpu");
            assertThat(cluster.incus("config", "get", "cluster.max_standby")).isEqualTo("1");
            assertThat(cluster.incus("config", "get", "cluster.offline_threshold")).isEqualTo("11");
        }
    }
}
