package dev.pileus.model.actions;

import static dev.pileus.model.actions.PlanRuns.destinations;
import static dev.pileus.model.actions.PlanRuns.evacuation;
import static dev.pileus.model.actions.PlanRuns.locations;
import static dev.pileus.model.actions.PlanRuns.restore;
import static dev.pileus.model.actions.PlanRuns.wentAsPlanned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.pileus.model.actions.PlanProgress.Stage;
import dev.pileus.model.plan.Destination;
import dev.pileus.model.plan.Meanwhile;
import dev.pileus.model.store.Peers;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.LxdCluster;
import dev.pileus.testkit.Own;
import dev.pileus.testkit.RealIncus;
import dev.pileus.testkit.RealLxd;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The servers do what the plans foresee.
class PlanRunIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Nested
    @RealIncus
    class OnIncus {
        @Test
        void evacuatesAndRestoresAsPlanned(IncusCluster cluster) {
            try (var server = Peers.overSocket(cluster, "m2")) {
                List.of("a1", "a2", "a3", "a4").forEach(name -> cluster.launch(name, "m1"));
                // so many that m3 is the lighter one, however fast the server is
                List.of("b1", "b2", "b3", "b4", "b5").forEach(name -> cluster.launch(name, "m2"));
                cluster.incus("config", "set", "a2", "cluster.evacuate=stop");
                cluster.incus("stop", "-f", "a4");
                var before = cluster.incus("list", "-f", "csv", "-c", "nsL");

                var plan = evacuation(server, "m1");
                assertThat(destinations(plan))
                        .containsExactly(
                                tuple("a1", new Destination.MovesTo("m3"), Meanwhile.RESTARTS),
                                tuple(
                                        "a2",
                                        new Destination.StaysHere(),
                                        Meanwhile.STOPPED_UNTIL_RESTORE),
                                tuple("a3", new Destination.MovesTo("m3"), Meanwhile.RESTARTS),
                                tuple("a4", new Destination.MovesTo("m3"), Meanwhile.WAS_STOPPED));
                wentAsPlanned(new PlanRun(server).carryOut(plan));
                assertThat(cluster.incus("list", "-f", "csv", "-c", "nsL"))
                        .isEqualTo(
                                """
                                a1,RUNNING,m3
                                a2,STOPPED,m1
                                a3,RUNNING,m3
                                a4,STOPPED,m3
                                b1,RUNNING,m2
                                b2,RUNNING,m2
                                b3,RUNNING,m2
                                b4,RUNNING,m2
                                b5,RUNNING,m2\
                                """);

                wentAsPlanned(new PlanRun(server).carryOut(restore(server, "m1")));
                assertThat(cluster.incus("list", "-f", "csv", "-c", "nsL")).isEqualTo(before);
            } finally {
                cluster.tidy();
            }
        }

        @Test
        void showsHowFarItIs(IncusCluster cluster) {
            try (var server = Peers.overSocket(cluster, "m2");
                    var live = Witness.watch(server)) {
                List.of("a1", "a2", "a3").forEach(name -> cluster.launch(name, "m1"));
                var plan = evacuation(server, "m1");
                var seen = ConcurrentHashMap.<Stage>newKeySet();
                live.subscribe(update ->
                        seen.addAll(PlanProgress.of(plan, update.image()).stages().values()));
                wentAsPlanned(new PlanRun(server).carryOut(plan));

                await().atMost(SOON).until(() -> PlanProgress.of(plan, live.image()).done() == 3);
                assertThat(seen).contains(Stage.WAITING, Stage.MOVING, Stage.DONE);
            } finally {
                cluster.tidy();
            }
        }

        /// Projects are handled in the order of their creation, which nobody tells.
        @Test
        void namesEachPossibleTargetWhereTheOrderIsUnknown(@Own IncusCluster cluster) {
            try (var server = Peers.overSocket(cluster, "m2")) {
                project(cluster, "zz", "z1");
                project(cluster, "aa", "a1", "a2");

                var plan = evacuation(server, "m1");
                assertThat(destinations(plan))
                        .extracting(tuple -> tuple.toList().get(1))
                        .containsExactly(
                                new Destination.OneOf(List.of("m2", "m3")),
                                new Destination.OneOf(List.of("m2", "m3")),
                                new Destination.MovesTo("m2"));
                var result = new PlanRun(server).carryOut(plan);

                wentAsPlanned(result);
                assertThat(locations(result)).isEqualTo(Map.of("z1", "m2", "a1", "m3", "a2", "m2"));
            }
        }

        private void project(IncusCluster cluster, String project, String... instances) {
            var features = List.of("features.images=false", "features.profiles=false");
            cluster.incus(
                    "project", "create", project, "-c", features.get(0), "-c", features.get(1));
            List.of(instances).forEach(name -> cluster.launch(name, "m1", "--project", project));
        }
    }

    @Nested
    @RealLxd
    class OnLxd {
        @Test
        void evacuatesAndRestoresAsPlanned(LxdCluster cluster) {
            try (var server = Peers.overSocket(cluster, "m1")) {
                List.of("a1", "a2").forEach(name -> cluster.launch(name, "m2"));
                cluster.launch("a3", "m2", "-c", "cluster.evacuate=stop");
                cluster.launch("b1", "m1");
                var before = cluster.lxc("list", "-f", "csv", "-c", "nsL");

                wentAsPlanned(new PlanRun(server).carryOut(evacuation(server, "m2")));
                assertThat(cluster.lxc("list", "-f", "csv", "-c", "nsL"))
                        .isEqualTo(
                                """
                                a1,RUNNING,m1
                                a2,RUNNING,m1
                                a3,STOPPED,m2
                                b1,RUNNING,m1\
                                """);

                wentAsPlanned(new PlanRun(server).carryOut(restore(server, "m2")));
                assertThat(cluster.lxc("list", "-f", "csv", "-c", "nsL")).isEqualTo(before);
            } finally {
                cluster.tidy();
            }
        }
    }
}
