package dev.pileus.server.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.testkit.Command;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealContainers;
import dev.pileus.testkit.RealPileus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A host that goes down says so by SIGPWR.
@RealPileus
@RealContainers
class PowerFailureIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final PileusCluster cluster;

    PowerFailureIT(PileusCluster cluster) {
        this.cluster = cluster;
    }

    @AfterEach
    void tidy() {
        cluster.tidy();
    }

    @Test
    void endsInstancesWithTheHostAndStartsThemWhenItComesBack() {
        cluster.launch("c1", "m2");
        var instance = process(cluster.client("list", "c1", "-f", "csv", "-c", "p"));
        var daemon = process(Long.toString(cluster.member("m2").pid()));

        Command.of("kill", "-PWR", Long.toString(daemon.pid())).output();

        assertThat(daemon.onExit()).succeedsWithin(SOON);
        assertThat(instance.isAlive()).isFalse();
        cluster.startDaemon("m2");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(cluster.client("list", "-f", "csv", "-c", "nsL"))
                                .isEqualTo("c1,RUNNING,m2"));
    }

    private static ProcessHandle process(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
