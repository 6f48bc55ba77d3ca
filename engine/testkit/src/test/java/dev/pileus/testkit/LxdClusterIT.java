package dev.pileus.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.JoinToken;
import dev.pileus.api.TrustToken;
import org.junit.jupiter.api.Test;

@RealLxd
class LxdClusterIT {
    @Test
    void listsTwoMembersThatAreOnline(LxdCluster cluster) {
        assertThat(cluster.lxc("cluster", "list", "-f", "csv"))
                .contains("m1,", "m2,")
                .contains("ONLINE,Fully operational");
    }

    @Test
    void runsContainers(LxdCluster cluster) {
        cluster.launch("run", "m2");

        assertThat(cluster.lxc("exec", "run", "--", "hostname")).isEqualTo("run");
        assertThat(cluster.lxc("list", "run", "-f", "csv", "-c", "nsL"))
                .isEqualTo("run,RUNNING,m2");
    }

    @Test
    void evacuatesAndRestoresAMember(LxdCluster cluster) {
        cluster.launch("evac", "m2");

        cluster.lxc("cluster", "evacuate", "m2", "--force");
        assertThat(cluster.lxc("list", "evac", "-f", "csv", "-c", "sL")).isEqualTo("RUNNING,m1");

        cluster.lxc("cluster", "restore", "m2", "--force");
        assertThat(cluster.lxc("list", "evac", "-f", "csv", "-c", "sL")).isEqualTo("RUNNING,m2");
    }

    @Test
    void trustsByPasswordAndByToken(LxdCluster cluster) throws Exception {
        var trust = TrustToken.decode(cluster.issueTrustToken("console"));

        assertThat(cluster.lxc("config", "get", "core.trust_password")).isEqualTo("true");
        assertThat(trust.fingerprint()).isEqualTo(cluster.fingerprint());
        assertThat(JoinToken.decode(cluster.joinToken("m3")).serverName()).isEqualTo("m3");
    }
}
