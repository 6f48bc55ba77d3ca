package dev.pileus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.Event;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.LxdCluster;
import dev.pileus.testkit.RealCluster;
import dev.pileus.testkit.RealIncus;
import dev.pileus.testkit.RealLxd;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EventStreamIT {
    abstract static class Contract {
        private static final Set<String> TYPES = Set.of(Event.LIFECYCLE, Event.OPERATION);
        private static final Duration SOON = Duration.ofSeconds(20);

        private final RealCluster cluster;
        private final EventRecorder recorder = new EventRecorder();

        Contract(RealCluster cluster) {
            this.cluster = cluster;
        }

        @Test
        void tellsWhatHappensOnOtherMembersOverTheSocket() {
            try (var client = Peers.overSocket(cluster, "m1");
                    var _ = client.events(TYPES, recorder)) {
                tellsOfGroups();
            }
        }

        @Test
        void tellsWhatHappensOnOtherMembersOverHttps() {
            try (var client = Peers.trusted(cluster, "m1");
                    var _ = client.events(TYPES, recorder)) {
                tellsOfGroups();
            }
        }

        private void tellsOfGroups() {
            awaitConnections(1);
            try (var other = Peers.overSocket(cluster, "m2")) {
                other.groups().create("seen", "", List.of());
                other.groups().delete("seen");
            }
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(recorder.actions())
                                    .contains("cluster-group-created", "cluster-group-deleted"));
            assertThat(recorder.losses()).isEmpty();
            assertThat(recorder.resyncs()).isZero();
        }

        @Test
        void goesOnWithAnotherMemberWhenOneIsKilled() {
            try (var client = Peers.trusted(cluster, "m2");
                    var _ = client.events(TYPES, recorder)) {
                awaitConnections(1);
                assertThat(client.members().list())
                        .extracting(ClusterMember::serverName)
                        .contains("m1");

                cluster.killDaemon("m2");

                awaitConnections(2);
                await().atMost(SOON).until(() -> recorder.resyncs() == 1);
                assertThat(recorder.losses()).isNotEmpty();
                assertThat(recorder.connections().getLast())
                        .isNotEqualTo(Peers.endpoint(cluster, "m2"));
            } finally {
                cluster.tidy();
            }
        }

        @Test
        void comesBackAfterARestart() {
            try (var client = Peers.overSocket(cluster, "m2");
                    var _ = client.events(TYPES, recorder)) {
                awaitConnections(1);
                cluster.stopDaemon("m2");
                await().atMost(SOON).until(() -> !recorder.losses().isEmpty());
                cluster.startDaemon("m2");
                awaitConnections(2);
                await().atMost(SOON).until(() -> recorder.resyncs() == 1);
            } finally {
                cluster.tidy();
            }
        }

        @Test
        void saysThatAStrangerSeesNothing() {
            var settings = Peers.settings(cluster, Peers.stranger(), "m1");
            try (var client = ServerClient.open(settings);
                    var _ = client.events(TYPES, recorder)) {
                await().atMost(SOON).until(() -> !recorder.losses().isEmpty());
                assertThat(recorder.losses().getFirst().failure())
                        .isInstanceOf(Failure.NotTrusted.class);
                assertThat(recorder.connections()).isEmpty();
            }
        }

        private void awaitConnections(int number) {
            await().atMost(SOON).until(() -> recorder.connections().size() >= number);
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
