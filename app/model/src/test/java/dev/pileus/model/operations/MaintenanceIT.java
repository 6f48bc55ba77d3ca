package dev.pileus.model.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.Instance;
import dev.pileus.client.ClientSettings;
import dev.pileus.client.ServerClient;
import dev.pileus.model.history.Happening;
import dev.pileus.model.history.History;
import dev.pileus.model.history.Occurrence;
import dev.pileus.model.history.Subject;
import dev.pileus.model.operations.Progress.Count;
import dev.pileus.model.store.ClientSource;
import dev.pileus.model.store.Intervals;
import dev.pileus.model.store.Link;
import dev.pileus.model.store.LiveCluster;
import dev.pileus.model.store.Peers;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealCluster;
import dev.pileus.testkit.RealContainers;
import dev.pileus.testkit.RealIncus;
import dev.pileus.testkit.RealPileus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What the activity pane shows while a member is evacuated and restored.
class MaintenanceIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TOLD = "cluster-member-";

    abstract static class Contract {
        private final RealCluster cluster;
        private final ServerClient client;
        private final LiveCluster live;
        private final History history;
        private final OperationBoard board;
        private final List<RunningOperation> seen = new CopyOnWriteArrayList<>();

        Contract(RealCluster cluster) {
            var time = InstantSource.system();
            this.cluster = cluster;
            client = ServerClient.open(ClientSettings.unix(cluster.socket("m1")));
            Peers.awaitQuiet(client);
            live = LiveCluster.open(new ClientSource(client), Intervals.standard(), time);
            history = History.of(live, time, 100);
            board = OperationBoard.of(live, time);
            board.subscribe(seen::addAll);
        }

        @BeforeEach
        void awaitEvents() {
            await().atMost(SOON)
                    .until(() ->
                            live.image().link() instanceof Link.Connected connected
                                    && connected.live());
        }

        @AfterEach
        void close() {
            board.close();
            history.close();
            live.close();
            client.close();
            cluster.tidy();
        }

        @Test
        void showsHowFarAnEvacuationAndARestoreCame() {
            cluster.launch("moves", "m3");
            cluster.launch("stays", "m3", "-c", "cluster.evacuate=stop");
            await().atMost(SOON).until(() -> running() == 2);

            cluster.client("cluster", "evacuate", "m3", "--force");
            var evacuation =
                    await().atMost(SOON)
                            .until(() -> over(Work.Evacuating.class), Optional::isPresent);
            assertThat(evacuation.orElseThrow().stage()).isEqualTo(new Stage.Succeeded());
            assertThat(evacuation.orElseThrow().member()).isEqualTo("m3");
            assertCountsUpToTwo(Work.Evacuating.class);
            await().atMost(SOON).until(() -> told("evacuated"));
            await().atMost(SOON).until(() -> running() == 0);

            cluster.client("cluster", "restore", "m3", "--force");
            var restore =
                    await().atMost(SOON)
                            .until(() -> over(Work.Restoring.class), Optional::isPresent);
            assertThat(restore.orElseThrow().stage()).isEqualTo(new Stage.Succeeded());
            assertCountsUpToTwo(Work.Restoring.class);
            await().atMost(SOON).until(() -> told("restored"));
            await().atMost(SOON).until(() -> running() == 2);
        }

        @Test
        void showsTheServersWordsWhenAnEvacuationFails() {
            cluster.client("cluster", "evacuate", "m3", "--force");
            await().atMost(SOON).until(() -> over(Work.Evacuating.class), Optional::isPresent);
            client.members().evacuate("m3", "");
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(history.happenings())
                                    .extracting(Happening::occurrence)
                                    .contains(
                                            new Occurrence.OperationFailed(
                                                    new Work.Evacuating("m3"),
                                                    "Cluster member is already evacuated")));
        }

        /// The first sight may come after the first instance is done, so a start at 0 is no
        /// promise.
        private void assertCountsUpToTwo(Class<? extends Work> work) {
            var counts = counts(work);
            assertThat(counts).extracting(Count::all).containsOnly(2);
            assertThat(counts).extracting(Count::done).isSorted().endsWith(2);
        }

        private Optional<RunningOperation> over(Class<? extends Work> work) {
            return seen.stream()
                    .filter(one -> work.isInstance(one.work()))
                    .filter(one -> one.stage().isOver())
                    .findFirst();
        }

        private List<Count> counts(Class<? extends Work> work) {
            return seen.stream()
                    .filter(one -> work.isInstance(one.work()))
                    .flatMap(one -> one.progress().count().stream())
                    .distinct()
                    .toList();
        }

        private long running() {
            return live.image().instancesOn("m3").stream().filter(Instance::isRunning).count();
        }

        private boolean told(String what) {
            return history.happenings().stream()
                    .filter(one -> one.subject().equals(Subject.member("m3")))
                    .anyMatch(one -> one.occurrence().equals(new Occurrence.Told(TOLD + what)));
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
    @RealPileus
    @RealContainers
    class OnPileus extends Contract {
        OnPileus(PileusCluster cluster) {
            super(cluster);
        }
    }
}
