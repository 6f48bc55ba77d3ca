package dev.pileus.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.Event;
import dev.pileus.api.Lifecycle;
import dev.pileus.client.ClientException;
import dev.pileus.client.ClientSettings;
import dev.pileus.client.Endpoint;
import dev.pileus.client.EventReceiver;
import dev.pileus.client.EventStream;
import dev.pileus.client.ServerClient;
import dev.pileus.client.Timeouts;
import dev.pileus.testkit.Own;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealPileus;
import dev.pileus.trust.ServerTrust;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Events reach everybody once, also while members become event hubs and cease to be.
@RealPileus
class EventHubsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void nothingIsMissedOrToldTwiceWhileHubsComeAndGo(@Own PileusCluster cluster) throws Exception {
        var names = List.of("m1", "m2", "m3");
        var logs = new CopyOnWriteArrayList<CreatedGroups>();
        try {
            for (var name : names) {
                logs.add(CreatedGroups.at(cluster, name));
            }
            var writers = Writers.start(cluster, 3);
            try {
                role(cluster, "add", "m1");
                awaitModes(cluster, "hub-server", "hub-client", "hub-client");
                role(cluster, "add", "m2");
                awaitModes(cluster, "hub-server", "hub-server", "hub-client");
                role(cluster, "remove", "m1");
                awaitModes(cluster, "hub-client", "hub-server", "hub-client");
                role(cluster, "remove", "m2");
                awaitModes(cluster, "full-mesh", "full-mesh", "full-mesh");
            } finally {
                writers.close();
            }
            var expected = writers.acknowledged();
            assertThat(expected).isNotEmpty();
            for (var log : logs) {
                await().atMost(PATIENCE)
                        .untilAsserted(() ->
                                assertThat(log.names)
                                        .containsExactlyInAnyOrderElementsOf(expected));
            }
        } finally {
            logs.forEach(CreatedGroups::close);
        }
    }

    private static void role(PileusCluster cluster, String action, String member) {
        cluster.client("cluster", "role", action, member, "event-hub");
    }

    private static void awaitModes(PileusCluster cluster, String... modes) {
        for (var i = 0; i < modes.length; i++) {
            var member = "m" + (i + 1);
            var mode = "\"server_event_mode\": \"" + modes[i] + '"';
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(cluster.clientAt(member, "query", "/1.0")).contains(mode));
        }
    }

    /// The groups whose creation one member tells of.
    private static final class CreatedGroups implements EventReceiver, AutoCloseable {
        private final List<String> names = new CopyOnWriteArrayList<>();
        private final CountDownLatch connected = new CountDownLatch(1);
        private final ServerClient client;
        private final EventStream stream;

        private CreatedGroups(Endpoint endpoint) {
            client =
                    ServerClient.open(
                            new ClientSettings(
                                    List.of(endpoint),
                                    ServerTrust.nobody(),
                                    null,
                                    Timeouts.DEFAULT));
            stream = client.events(Set.of(Event.LIFECYCLE), this);
        }

        static CreatedGroups at(PileusCluster cluster, String member) throws InterruptedException {
            var log = new CreatedGroups(new Endpoint.Unix(cluster.member(member).socket()));
            assertThat(log.connected.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return log;
        }

        @Override
        public void connected(Endpoint endpoint) {
            connected.countDown();
        }

        @Override
        public void event(Event event) {
            event.lifecycle()
                    .filter(what -> what.action().equals("cluster-group-created"))
                    .map(Lifecycle::source)
                    .ifPresent(source -> names.add(source.substring(source.lastIndexOf('/') + 1)));
        }

        @Override
        public void resyncNeeded() {}

        @Override
        public void lost(ClientException cause) {}

        @Override
        public void close() {
            stream.close();
            client.close();
        }
    }
}
