package dev.pileus.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.testkit.ClusterOptions;
import dev.pileus.testkit.Command;
import dev.pileus.testkit.PeerMember;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealPileus;
import dev.pileus.testkit.StockHome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The questions of `incus admin init` (CONTRACT 19.1), answered by somebody at a keyboard.
@RealPileus
class StockInitIT {
    private static PileusCluster cluster;
    @TempDir Path home;

    @BeforeAll
    static void start() {
        cluster = PileusCluster.start(ClusterOptions.size(1));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void formsACluster() {
        var first = cluster.startNewcomer("b1");
        var done =
                init(
                        first,
                        "yes",
                        first.hostAndPort(),
                        "no",
                        "b1",
                        "yes",
                        "",
                        "no",
                        "no",
                        "yes",
                        "no");
        assertThat(done.errors()).isEmpty();
        assertThat(cluster.clientAt("b1", "cluster", "list", "-f", "csv,noheader"))
                .startsWith("b1,https://" + first.hostAndPort() + ",\"database-leader\ndatabase\"");
        assertThat(cluster.clientAt("b1", "profile", "show", "default")).contains("pool: local");
    }

    @Test
    void joinsWithATokenAndLeaves() {
        var newcomer = cluster.startNewcomer("m2");
        var done = join(newcomer, cluster.joinToken("m2"), "");
        assertThat(done.errors()).isEmpty();
        assertThat(done.output())
                .contains("Choose \"source\" property for storage pool \"default\"");
        assertThat(cluster.incus("cluster", "list", "-f", "csv")).contains("m2,");
        cluster.incus("cluster", "remove", "m2");
        assertThat(trusted()).doesNotContain("m2,");
    }

    @Test
    void aJoinThatFailsLeavesNoTraceAndCanBeTriedAgain() {
        var newcomer = cluster.startNewcomer("m3");
        var failed = join(newcomer, cluster.joinToken("m3"), "/nonexist");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.errors()).contains("Source path '/nonexist' doesn't exist");
        assertThat(trusted()).doesNotContain("m3,");
        var token = cluster.joinToken("m3");
        assertThat(join(newcomer, token, "").errors()).isEmpty();
        cluster.incus("cluster", "remove", "m3");
        assertThat(join(newcomer, token, "").errors())
                .contains("No matching cluster join operation found");
    }

    private Command.Result join(PeerMember newcomer, String token, String source) {
        return init(newcomer, "yes", newcomer.hostAndPort(), "yes", token, "yes", source, "no");
    }

    private Command.Result init(PeerMember member, String... answers) {
        return new StockHome(home, member.stateDir())
                .incus("admin", "init")
                .reading(String.join("\n", answers) + "\n")
                .run();
    }

    private static String trusted() {
        return cluster.incus("config", "trust", "list", "-f", "csv");
    }
}
