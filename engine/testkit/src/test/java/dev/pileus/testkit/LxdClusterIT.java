package dev.pileus.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@RealLxd
class LxdClusterIT {
    @Test
    void listsTwoMembersThatAreOnline(LxdCluster cluster) {
        assertThat(cluster.lxc("cluster", "list", "-f", "csv")).contains("m1,", "m2,");
    }

    @Test
    void runsContainers(LxdCluster cluster) {
        cluster.launch("c1", "m2");

        assertThat(cluster.lxc("exec", "c1", "--", "hostname")).isEqualTo("c1");
        assertThat(cluster.lxc("list", "-f", "csv", "-c", "nsL")).isEqualTo("c1,RUNNING,m2");
    }
}
