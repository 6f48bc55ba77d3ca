package dev.pileus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.ClusterMember;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.LxdCluster;
import dev.pileus.testkit.Own;
import dev.pileus.testkit.RealCluster;
import dev.pileus.testkit.RealIncus;
import dev.pileus.testkit.RealLxd;
import dev.pileus.trust.PemCertificates;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Leaving, joining again, and starting a cluster of one's own.
class JoinIT {
    private static final Duration RESTART = Duration.ofSeconds(60);

    static void leavesJoinsAndFounds(RealCluster cluster) {
        try (var first = Peers.overSocket(cluster, "m1");
                var second = Peers.overSocket(cluster, "m2")) {
            remove(first, second);

            var token = first.joinTokens().create("again");
            var pem = PemCertificates.text(List.of(cluster.clusterCertificate()));
            finish(
                    second,
                    second.cluster()
                            .join(
                                    new ClusterJoin(
                                            "again",
                                            cluster.member("m2").hostAndPort(),
                                            token.addresses().getFirst(),
                                            pem,
                                            token.encode(),
                                            second.cluster().get().memberConfig())));
            assertThat(first.members().list())
                    .extracting(ClusterMember::serverName)
                    .containsExactly("m1", "again");

            first.members().remove("again", false);
            awaitStandalone(second);
            finish(second, second.cluster().bootstrap("founder"));
            assertThat(second.cluster().get().serverName()).isEqualTo("founder");
        }
    }

    private static void remove(ServerClient first, ServerClient second) {
        first.members().remove("m2", false);
        awaitStandalone(second);
    }

    /// The daemon restarts itself when its member has left.
    private static void awaitStandalone(ServerClient client) {
        await().atMost(RESTART)
                .ignoreExceptionsInstanceOf(ClientException.class)
                .until(() -> !client.cluster().get().enabled());
    }

    private static void finish(ServerClient client, Accepted accepted) {
        var operation = ((Accepted.Running) accepted).operation();
        assertThat(client.operations().await(operation, Duration.ofSeconds(60)))
                .isInstanceOfAny(
                        OperationOutcome.Succeeded.class, OperationOutcome.Forgotten.class);
    }

    @Nested
    @RealIncus
    class OnIncus {
        @Test
        void leavesJoinsAndFounds(@Own({"m1", "m2"}) IncusCluster cluster) {
            JoinIT.leavesJoinsAndFounds(cluster);
        }
    }

    @Nested
    @RealLxd
    class OnLxd {
        @Test
        void leavesJoinsAndFounds(@Own LxdCluster cluster) {
            JoinIT.leavesJoinsAndFounds(cluster);
        }
    }
}
