package dev.pileus.client.remotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.client.ServerClient;
import dev.pileus.client.remotes.Surroundings.OperatingSystem;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.LxdCluster;
import dev.pileus.testkit.RealCluster;
import dev.pileus.testkit.RealIncus;
import dev.pileus.testkit.RealLxd;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The stock client adds a remote; we read it and connect.
class StockRemotesIT {
    abstract static class Contract {
        private final RealCluster cluster;
        private final StockClient client;
        @TempDir Path home;

        Contract(RealCluster cluster, StockClient client) {
            this.cluster = cluster;
            this.client = client;
        }

        @Test
        void connectsAsTheStockClientDoes() throws Exception {
            addRemote(cluster.issueTrustToken("stock"));
            var surroundings =
                    new Surroundings(
                            Map.of(client.variable("CONF"), home.toString()),
                            home,
                            home,
                            OperatingSystem.LINUX);

            var found = FoundRemotes.in(surroundings);

            assertThat(found.problems()).isEmpty();
            var remote = found.named("prod").orElseThrow();
            assertThat(remote.pinned()).contains(cluster.clusterCertificate());
            try (var connection = ServerClient.open(remote.settings())) {
                assertThat(connection.server().get().isTrusted()).isTrue();
            }
        }

        private void addRemote(String token) throws Exception {
            var command = new ProcessBuilder(client.command(), "remote", "add", "prod", token);
            command.environment().put(client.variable("CONF"), home.toString());
            var process =
                    command.redirectErrorStream(true)
                            .redirectOutput(home.resolve("output").toFile())
                            .start();
            assertThat(process.waitFor()).isZero();
        }
    }

    @Nested
    @RealIncus
    class OfIncus extends Contract {
        OfIncus(IncusCluster cluster) {
            super(cluster, StockClient.INCUS);
        }
    }

    @Nested
    @RealLxd
    class OfLxc extends Contract {
        OfLxc(LxdCluster cluster) {
            super(cluster, StockClient.LXC);
        }
    }
}
