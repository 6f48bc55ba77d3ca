package dev.pileus.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.api.ClusterMember;
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
        cluster.launch("c1", "m2");

        assertThat(cluster.incus("exec", "c1", "--", "hostname")).isEqualTo("c1");
        assertThat(cluster.incus("list", "-f", "csv", "-c", "nsL")).isEqualTo("c1,RUNNING,m2");
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
}
