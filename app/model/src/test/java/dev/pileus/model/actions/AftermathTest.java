package dev.pileus.model.actions;

import static dev.pileus.model.plan.Guest.running;
import static dev.pileus.model.plan.Guest.stopped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pileus.model.actions.InstanceResult.Verdict;
import dev.pileus.model.plan.EvacuationMode;
import dev.pileus.model.plan.EvacuationPlan;
import dev.pileus.model.plan.Guest;
import dev.pileus.model.plan.Plan;
import dev.pileus.model.plan.RestoreMode;
import dev.pileus.model.plan.RestorePlan;
import dev.pileus.model.plan.Scene;
import dev.pileus.model.plan.Software;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.MemberImage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AftermathTest {
    private static final Ending FAILED = new Ending.Failed("POST x", "no");
    private static final Ending DONE = new Ending.Done();

    static Stream<Arguments> evacuations() {
        var up = running("a");
        var down = stopped("a");
        var stopping = up.with("cluster.evacuate", "stop");
        return Stream.of(
                arguments("moved", up, up.on("m2"), "Evacuated", Verdict.AS_PLANNED),
                arguments("moved, then failed", up, up.on("m2"), "Online", Verdict.AS_PLANNED),
                arguments("to another member", up, up.on("m3"), "Evacuated", Verdict.ELSEWHERE),
                arguments("not moved", up, up, "Online", Verdict.NOT_MOVED),
                arguments("stopped by a failure", up, down, "Online", Verdict.LEFT_STOPPED),
                arguments("moved, not started", up, down.on("m2"), "Online", Verdict.LEFT_STOPPED),
                arguments(
                        "stopped one moved", down, down.on("m2"), "Evacuated", Verdict.AS_PLANNED),
                arguments("stopped one not moved", down, down, "Online", Verdict.NOT_MOVED),
                arguments(
                        "stopped in place",
                        stopping,
                        stopping.status(102),
                        "Evacuated",
                        Verdict.AS_PLANNED),
                arguments(
                        "stopped in place, then failed",
                        stopping,
                        stopping.status(102),
                        "Online",
                        Verdict.LEFT_STOPPED),
                arguments("never stopped", stopping, stopping, "Online", Verdict.NOT_MOVED));
    }

    @ParameterizedTest(name = "{0}: {4}")
    @MethodSource("evacuations")
    void judgesEachInstance(
            String name, Guest before, Guest after, String status, Verdict verdict) {
        var plan = evacuation(scene().add(before));
        var result = result(plan, FAILED, scene().status(status, "m1").add(after));

        assertThat(result.instances()).extracting(InstanceResult::verdict).containsExactly(verdict);
    }

    @Test
    void deletedInstancesAreGone() {
        var result = result(evacuation(scene().running("m1", "a")), DONE, scene());

        assertThat(result.instances())
                .extracting(InstanceResult::verdict)
                .containsExactly(Verdict.GONE);
    }

    @Test
    void namesWhatHasToBeStartedAfterTheFailureOf604() {
        var before =
                scene().running("m1", "a")
                        .add(running("b").with("volatile.cluster.group", "gpu"))
                        .running("m1", "c");
        var after = scene().running("m2", "a").stopped("m1", "b", "c");
        var result = result(evacuation(before), FAILED, after);

        assertThat(result.leftStopped())
                .extracting(one -> one.instance().name())
                .containsExactly("b", "c");
        assertThat(result.handled()).isEqualTo(1);
    }

    @Test
    void lxdLeavesWhatItSkippedToTheRestore() {
        var lxd = Scene.of(Software.LXD_5_0, "m1", "m2").scheduler("m2", "manual");
        var plan = evacuation(lxd.running("m1", "a"));
        var after =
                Scene.of(Software.LXD_5_0, "m1", "m2").status("Evacuated", "m1").stopped("m1", "a");

        assertThat(result(plan, DONE, after).instances())
                .extracting(InstanceResult::verdict)
                .containsExactly(Verdict.AS_PLANNED);
    }

    @Test
    void anUnseenEndIsDoneWhenEverythingIsAsItShouldBe() {
        var plan = evacuation(scene().running("m1", "a"));
        var unseen = new Ending.Unseen("POST x");
        var moved = scene().status("Evacuated", "m1").running("m2", "a");
        var underway = scene().status("Evacuating", "m1").running("m2", "a");

        assertThat(result(plan, unseen, moved).isDone()).isTrue();
        assertThat(result(plan, unseen, underway).ending()).isEqualTo(unseen);
        assertThat(result(plan, FAILED, moved).ending()).isEqualTo(FAILED);
    }

    @Test
    void judgesRestores() {
        var before =
                scene().status("Evacuated", "m1")
                        .add(running("a").on("m2").with("volatile.evacuate.origin", "m1"))
                        .add(running("b").on("m3").with("volatile.evacuate.origin", "m1"))
                        .add(stopped("c").with("volatile.last_state.power", "RUNNING"));
        var plan = RestorePlan.of(before.image(), "m1", RestoreMode.EVERYTHING);
        var after =
                scene().status("Evacuated", "m1")
                        .running("m1", "c")
                        .running("m1", "a")
                        .stopped("m3", "b");

        assertThat(result(plan, FAILED, after).instances())
                .extracting(one -> one.instance().name(), InstanceResult::verdict)
                .containsExactly(
                        tuple("c", Verdict.AS_PLANNED),
                        tuple("a", Verdict.AS_PLANNED),
                        tuple("b", Verdict.LEFT_STOPPED));
    }

    private static Scene scene() {
        return Scene.of(Software.INCUS_6_0_4, "m1", "m2", "m3");
    }

    private static EvacuationPlan evacuation(Scene scene) {
        return EvacuationPlan.of(scene.image(), "m1", EvacuationMode.AUTOMATIC);
    }

    private static PlanResult result(Plan plan, Ending ending, Scene after) {
        ClusterImage now = after.image();
        var members = now.members().stream().map(MemberImage::member).toList();
        return new Aftermath(plan, members, now.instances()).result(ending);
    }
}
