package dev.pileus.model.plan;

import static dev.pileus.model.plan.Guest.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pileus.model.plan.SafeToReboot.Answer;
import dev.pileus.model.plan.SafeToReboot.Ground;
import dev.pileus.model.store.InstanceKey;
import dev.pileus.model.store.Trouble;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SafeToRebootTest {
    private static final List<InstanceKey> A = List.of(new InstanceKey("default", "a"));

    static Stream<Arguments> members() {
        return Stream.of(
                arguments(
                        "an evacuated spare",
                        four().status("Evacuated", "m4"),
                        "m4",
                        Answer.NOW,
                        List.of()),
                arguments(
                        "an evacuated voter",
                        four().status("Evacuated", "m2"),
                        "m2",
                        Answer.NOW,
                        List.of(new Ground.NoVoterToSpare())),
                arguments(
                        "a spare with instances",
                        four().running("m4", "a"),
                        "m4",
                        Answer.AFTER_EVACUATION,
                        List.of(new Ground.RunningInstances(1))),
                arguments(
                        "the leader",
                        four().running("m1", "a"),
                        "m1",
                        Answer.AFTER_EVACUATION,
                        List.of(
                                new Ground.LeadershipMoves(),
                                new Ground.NoVoterToSpare(),
                                new Ground.RunningInstances(1))),
                arguments(
                        "with something that cannot move",
                        four().add(running("a").on("m4").device("g", "type=gpu")),
                        "m4",
                        Answer.AFTER_EVACUATION,
                        List.of(new Ground.RunningInstances(1), new Ground.StoppedMeanwhile(A))),
                arguments(
                        "with something that fits nowhere",
                        four().add(running("a").on("m4").with("volatile.cluster.group", "gpu")),
                        "m4",
                        Answer.NO,
                        List.of(new Ground.RunningInstances(1), new Ground.EvacuationFails(A))),
                arguments(
                        "evacuated, but something runs there",
                        four().status("Evacuated", "m4").running("m4", "a"),
                        "m4",
                        Answer.NO,
                        List.of(
                                new Ground.RunningInstances(1),
                                new Ground.CannotBeEvacuated(
                                        List.of(new Obstacle.AlreadyEvacuated("m4"))))),
                arguments(
                        "under way",
                        four().status("Evacuating", "m4"),
                        "m4",
                        Answer.WAIT,
                        List.of(new Ground.Underway())),
                arguments(
                        "with work",
                        four().operation("m4", "Downloading image"),
                        "m4",
                        Answer.WAIT,
                        List.of(new Ground.RunningOperation("Downloading image"))),
                arguments(
                        "offline",
                        four().status("Offline", "m4"),
                        "m4",
                        Answer.NO,
                        List.of(new Ground.MemberOffline())),
                arguments(
                        "a voter that is needed",
                        Scene.of(Software.INCUS_6_0_4, "m1", "m2", "m3").status("Offline", "m3"),
                        "m2",
                        Answer.NO,
                        List.of(new Ground.QuorumWouldBeLost())),
                arguments(
                        "the voter of two",
                        Scene.of(Software.INCUS_6_0_4, "m1", "m2"),
                        "m1",
                        Answer.NO,
                        List.of(new Ground.QuorumWouldBeLost())),
                arguments(
                        "the only one",
                        Scene.of(Software.INCUS_6_0_4, "m1"),
                        "m1",
                        Answer.NOW,
                        List.of(new Ground.OnlyMember())),
                arguments(
                        "not connected",
                        four().interrupted(new Trouble.NoAnswer("no route")),
                        "m4",
                        Answer.NO,
                        List.of(new Ground.QuorumUnknown())));
    }

    private static Scene four() {
        return Scene.of(Software.INCUS_6_0_4, "m1", "m2", "m3", "m4");
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("members")
    void answersWithItsGrounds(
            String name, Scene scene, String member, Answer answer, List<Ground> grounds) {
        var safe = SafeToReboot.of(scene.image(), member);

        assertThat(safe.answer()).isEqualTo(answer);
        assertThat(safe.grounds()).isEqualTo(grounds);
    }
}
