package dev.pileus.server.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.testkit.Command;
import dev.pileus.testkit.CommandFailedException;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealContainers;
import dev.pileus.testkit.RealPileus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A client that waits for what another member works on does not wait forever.
@RealPileus
@RealContainers
class WaitingElsewhereIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final PileusCluster cluster;

    WaitingElsewhereIT(PileusCluster cluster) {
        this.cluster = cluster;
    }

    @AfterEach
    void tidy() {
        cluster.tidy();
    }

    @Test
    void isToldWhenThatMemberIsLost() {
        cluster.launch("c1", "m2");
        rest("c1");

        var executing =
                waiting(
                        "query",
                        "--wait",
                        "-X",
                        "POST",
                        "/1.0/instances/c1/exec",
                        "-d",
                        "{\"command\":[\"sleep\",\"1000\"]}");
        awaitWork("Executing command");
        var stopping = waiting("stop", "c1", "--timeout", "300");
        awaitWork("Stopping instance");
        cluster.killDaemon("m2");
        assertEnds(executing, "The answer broke off: cluster member at");
        assertEnds(stopping, "Cluster member \"m2\" does not answer any more");

        cluster.startDaemon("m2");
        cluster.awaitOnline();
        stopping = waiting("stop", "c1", "--timeout", "300");
        awaitWork("Stopping instance");
        cluster.killDaemon("m2");
        cluster.startDaemon("m2");
        assertEnds(stopping, "Cluster member \"m2\" was restarted");
    }

    /// Its first process hears nothing any more.
    private void rest(String instance) {
        var pid = cluster.client("list", instance, "-f", "csv", "-c", "p");
        Command.of("kill", "-STOP", pid).output();
    }

    /// Has something done through m1.
    private CompletableFuture<String> waiting(String... arguments) {
        return CompletableFuture.supplyAsync(
                () -> cluster.clientAt("m1", arguments), Thread::startVirtualThread);
    }

    private void awaitWork(String... descriptions) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(cluster.clientAt("m2", "operation", "list", "-f", "csv"))
                                .contains(descriptions));
    }

    private static void assertEnds(CompletableFuture<String> waiting, String words) {
        assertThat(waiting)
                .failsWithin(SOON)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(CommandFailedException.class)
                .withMessageContaining(words);
    }
}
