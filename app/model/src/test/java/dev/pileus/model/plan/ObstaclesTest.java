package dev.pileus.model.plan;

import static dev.pileus.model.plan.Guest.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pileus.model.store.InstanceKey;
import dev.pileus.model.store.Trouble;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ObstaclesTest {
    static Stream<Arguments> evacuations() {
        return Stream.of(
                arguments("fine", scene(), List.of()),
                arguments(
                        "offline",
                        scene().status("Offline", "m1"),
                        List.of(new Obstacle.MemberOffline("m1"))),
                arguments(
                        "evacuated",
                        scene().status("Evacuated", "m1"),
                        List.of(new Obstacle.AlreadyEvacuated("m1"))),
                arguments(
                        "being evacuated, as older servers show it",
                        scene().status("Evacuated", "m1")
                                .operation("m1", "Evacuating cluster member"),
                        List.of(new Obstacle.Underway("m1"))),
                arguments(
                        "being restored",
                        scene().status("Restoring", "m1"),
                        List.of(new Obstacle.Underway("m1"))),
                arguments(
                        "others may be evacuated meanwhile",
                        scene().operation("m2", "Evacuating cluster member"),
                        List.of()),
                arguments(
                        "no connection",
                        scene().interrupted(new Trouble.NoAnswer("no route")),
                        List.of(new Obstacle.Disconnected("no route"))),
                arguments(
                        "no quorum",
                        scene().status("Offline", "m2", "m3"),
                        List.of(new Obstacle.QuorumLost(new Quorum(Quorum.State.LOST, 1, 3, 0)))),
                arguments(
                        "no leader",
                        scene().interrupted(new Trouble.NoLeader("RAFT cluster is unavailable")),
                        List.of(new Obstacle.QuorumLost(new Quorum(Quorum.State.LOST, 3, 3, 0)))),
                arguments(
                        "not a cluster",
                        Scene.of(Software.INCUS_6_0_4).standalone(),
                        List.of(new Obstacle.NotClustered())),
                arguments(
                        "gone",
                        Scene.of(Software.INCUS_6_0_4, "m2"),
                        List.of(new Obstacle.UnknownMember("m1"))));
    }

    private static Scene scene() {
        return Scene.of(Software.INCUS_6_0_4, "m1", "m2", "m3");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("evacuations")
    void saysWhyAnEvacuationCannotRun(String name, Scene scene, List<Obstacle> obstacles) {
        assertThat(evacuation(scene, EvacuationMode.AUTOMATIC).obstacles()).isEqualTo(obstacles);
    }

    @Test
    void refusesModesThatTheServerDoesNotKnow() {
        var lxd = Scene.of(Software.LXD_5_0, "m1", "m2", "m3");

        assertThat(evacuation(lxd, EvacuationMode.STOP).obstacles())
                .containsExactly(new Obstacle.EvacuationModeNotOffered(EvacuationMode.STOP));
        assertThat(EvacuationPlan.modesOf(lxd.image())).containsExactly(EvacuationMode.AUTOMATIC);
        assertThat(EvacuationPlan.modesOf(scene().image()))
                .containsExactly(
                        EvacuationMode.AUTOMATIC,
                        EvacuationMode.MIGRATE,
                        EvacuationMode.LIVE_MIGRATE,
                        EvacuationMode.STOP,
                        EvacuationMode.STATEFUL_STOP,
                        EvacuationMode.FORCE_STOP);
    }

    @Test
    void newestLxdAllowsOneEvacuationAndGuardsVoters() {
        var busy =
                Scene.of(Software.LXD_6_9, "m1", "m2", "m3", "m4")
                        .operation("m2", "Evacuating cluster member");
        var wounded = Scene.of(Software.LXD_6_9, "m1", "m2", "m3").status("Offline", "m3");

        assertThat(evacuation(busy, EvacuationMode.AUTOMATIC).obstacles())
                .containsExactly(new Obstacle.AnotherEvacuation("m2"));
        assertThat(evacuation(wounded, EvacuationMode.AUTOMATIC).obstacles())
                .hasOnlyElementsOfType(Obstacle.VoterNeeded.class)
                .hasSize(1);
    }

    @Test
    void neverCrashesADaemon() {
        var guest = running("a").device("d", "type=disk", "source=/srv", "path=/srv");
        var crash = new Obstacle.DaemonWouldCrash(List.of(new InstanceKey("default", "a")));
        var leaving = Scene.of(Software.LXD_5_0, "m1", "m2").add(guest);
        var returning =
                Scene.of(Software.LXD_5_0, "m1", "m2")
                        .status("Evacuated", "m1")
                        .add(guest.on("m2").with("volatile.evacuate.origin", "m1"));

        assertThat(evacuation(leaving, EvacuationMode.AUTOMATIC).obstacles())
                .containsExactly(crash);
        assertThat(RestorePlan.of(returning.image(), "m1", RestoreMode.EVERYTHING).obstacles())
                .containsExactly(crash);
    }

    private static EvacuationPlan evacuation(Scene scene, EvacuationMode mode) {
        return EvacuationPlan.of(scene.image(), "m1", mode);
    }
}
