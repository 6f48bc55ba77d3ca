package dev.pileus.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClusterOptionsTest {
    @Test
    void namesMembersByNumber() {
        assertThat(ClusterOptions.size(3).members()).containsExactly("m1", "m2", "m3");
    }

    @Test
    void refusesAClusterWithoutMembers() {
        assertThatThrownBy(() -> ClusterOptions.size(0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAThresholdThatThePeersRefuse() {
        var options = ClusterOptions.size(1);

        assertThatThrownBy(() -> options.offlineThreshold(Duration.ofSeconds(10)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsEverybodyInTheDefaultGroup() {
        var options = ClusterOptions.size(2).group("gpu", "m2").group("ssd", "m1", "m2");

        assertThat(options.groupsOf("m1")).containsExactly("default", "ssd");
        assertThat(options.groupsOf("m2")).startsWith("default").contains("gpu", "ssd");
    }

    @Test
    void putsTheThresholdIntoTheServerConfiguration() {
        var options =
                ClusterOptions.size(1)
                        .offlineThreshold(Duration.ofSeconds(30))
                        .config("cluster.max_voters", "5");

        assertThat(options.serverConfig())
                .containsEntry("cluster.offline_threshold", "30")
                .containsEntry("cluster.max_voters", "5");
    }
}
