package dev.pileus.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.InstanceStateChange;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.LxdCluster;
import dev.pileus.testkit.RealCluster;
import dev.pileus.testkit.RealIncus;
import dev.pileus.testkit.RealLxd;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InstanceCallsIT {
    abstract static class Contract {
        private static final String PROJECT = "default";
        private static final InstanceStateChange STOP =
                new InstanceStateChange("stop", 10, true, false);
        private static final InstanceStateChange START =
                new InstanceStateChange("start", -1, false, false);

        private final RealCluster cluster;
        private final ServerClient client;

        Contract(RealCluster cluster) {
            this.cluster = cluster;
            this.client = Peers.trusted(cluster, "m1");
        }

        @AfterEach
        void close() {
            client.close();
        }

        @Test
        void stopsMovesAndStarts() {
            cluster.launch("mover", "m1");
            var instances = client.instances();

            finish(instances.change(PROJECT, "mover", STOP));
            assertThat(instances.get(PROJECT, "mover").value().isRunning()).isFalse();

            finish(instances.move(PROJECT, "mover", "m2", false));
            assertThat(instances.get(PROJECT, "mover").value().location()).isEqualTo("m2");

            finish(instances.change(PROJECT, "mover", START));
            assertThat(instances.state(PROJECT, "mover").processes()).isPositive();
        }

        @Test
        void tellsWhyABackgroundChangeFailed() {
            cluster.launch("runner", "m2");
            var accepted = client.instances().change(PROJECT, "runner", START);
            assertThat(await(accepted))
                    .isInstanceOfSatisfying(
                            OperationOutcome.Failed.class,
                            failed -> assertThat(failed.error()).contains("already running"));
        }

        @Test
        void seesTheWorkInTheListOfOperations() {
            cluster.launch("worker", "m2");
            var accepted = client.instances().change(PROJECT, "worker", STOP);
            var id = ((Accepted.Running) accepted).operation().id();
            assertThat(client.operations().list())
                    .anySatisfy(operation -> assertThat(operation.id()).isEqualTo(id));
            assertThat(client.operations().get(id).location()).isEqualTo("m2");
            assertThat(await(accepted)).isInstanceOf(OperationOutcome.Succeeded.class);
        }

        @Test
        void looksInTheProjectThatItIsTold() {
            cluster.client("project", "create", "web", "-c", "features.images=false");
            try {
                assertThat(Failures.of(() -> client.instances().get("web", "x")).isRefusal(404))
                        .isTrue();
            } finally {
                cluster.client("project", "delete", "web");
            }
        }

        private void finish(Accepted accepted) {
            assertThat(await(accepted)).isInstanceOf(OperationOutcome.Succeeded.class);
        }

        private OperationOutcome await(Accepted accepted) {
            var operation = ((Accepted.Running) accepted).operation();
            return client.operations().await(operation, Duration.ofSeconds(60));
        }
    }

    @Nested
    @RealIncus
    class OnIncus extends Contract {
        OnIncus(IncusCluster cluster) {
            super(cluster);
        }
    }

    @Nested
    @RealLxd
    class OnLxd extends Contract {
        OnLxd(LxdCluster cluster) {
            super(cluster);
        }
    }
}
