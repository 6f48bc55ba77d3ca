package dev.pileus.server.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.testkit.CommandFailedException;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealContainers;
import dev.pileus.testkit.RealPileus;
import dev.pileus.testkit.StockClients;
import dev.pileus.testkit.StockHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people do every day with LXD's `lxc`, on a cluster of ours.
@RealPileus
@RealContainers
@StockClients
class LxcMainPathIT {
    @TempDir private Path folder;
    private final PileusCluster cluster;

    LxcMainPathIT(PileusCluster cluster) {
        this.cluster = cluster;
    }

    @AfterEach
    void tidy() {
        cluster.tidy();
    }

    @Test
    void leadsThroughTheLifeOfAContainer() throws IOException {
        lxc("launch", PileusCluster.IMAGE, "c1", "--target", "m2", "-q");
        assertThat(lxc("list", "-f", "csv", "-c", "nsL")).isEqualTo("c1,RUNNING,m2");
        assertThat(lxc("exec", "c1", "ls", "/").lines()).contains("bin", "etc", "proc");

        var hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
        lxc("file", "push", hosts.toString(), "c1/etc/hosts");
        lxc("file", "pull", "c1/etc/hosts", folder.resolve("pulled").toString());
        assertThat(folder.resolve("pulled")).hasSameTextualContentAs(hosts);

        assertThat(lxc("cluster", "list", "-f", "csv")).contains("m1,", "m2,", "m3,");
        lxc("cluster", "evacuate", "m2", "--force");
        assertThat(lxc("list", "-f", "csv", "-c", "ns")).isEqualTo("c1,RUNNING");
        assertThat(lxc("list", "-f", "csv", "-c", "L")).isNotEqualTo("m2");
        lxc("cluster", "restore", "m2", "--force");
        assertThat(lxc("list", "-f", "csv", "-c", "nsL")).isEqualTo("c1,RUNNING,m2");

        assertThatThrownBy(() -> lxc("delete", "c1"))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("currently running");
        lxc("stop", "c1");
        lxc("move", "c1", "--target", "m3");
        assertThat(lxc("list", "-f", "csv", "-c", "nsL")).isEqualTo("c1,STOPPED,m3");
        lxc("delete", "c1");
        assertThat(lxc("list", "-f", "csv")).isEmpty();
    }

    private String lxc(String... arguments) {
        var home = new StockHome(folder.resolve("home"), cluster.member("m1").stateDir());
        return home.lxc(arguments).output();
    }
}
