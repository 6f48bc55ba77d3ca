package dev.pileus.model.plan;

import static dev.pileus.model.plan.Guest.running;
import static dev.pileus.model.plan.Guest.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.StatusCode;
import dev.pileus.model.plan.Caution.Refusal;
import dev.pileus.model.store.InstanceKey;
import dev.pileus.model.store.UnreadPart;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EvacuationPlanTest {
    @Test
    void tellsWhatHappensToEachInstance() {
        var scene =
                Scene.of(Software.INCUS_6_0_4, "m1", "m2", "m3")
                        .running("m1", "web")
                        .add(running("vm").vm().with("migration.stateful", "true"))
                        .add(running("gpu").device("g", "type=gpu"))
                        .stopped("m1", "batch");

        assertThat(meanwhile(plan(scene)))
                .isEqualTo(
                        Map.of(
                                "web", Meanwhile.RESTARTS,
                                "vm", Meanwhile.STAYS_UP,
                                "gpu", Meanwhile.STOPPED_UNTIL_RESTORE,
                                "batch", Meanwhile.WAS_STOPPED));
        assertThat(plan(scene).cautions()).containsExactly(new Caution.Stops(List.of(key("gpu"))));
    }

    @Test
    void aFrozenInstanceIsStoppedAndStartedLikeARunningOne() {
        var scene =
                Scene.of(Software.INCUS_6_0_4, "m1", "m2")
                        .add(running("f").status(StatusCode.FROZEN));

        assertThat(meanwhile(plan(scene))).isEqualTo(Map.of("f", Meanwhile.RESTARTS));
    }

    @ParameterizedTest
    @CsvSource({
        "INCUS_6_0_4, boot.autostart, true, STARTS_THERE",
        "INCUS_6_0_4, boot.autostart, false, WAS_STOPPED",
        "INCUS_6_0_4, volatile.last_state.power, RUNNING, STARTS_THERE",
        "INCUS_6_0_4, volatile.last_state.power, STOPPED, WAS_STOPPED",
        "LXD_6_9, boot.autostart, true, STARTS_THERE",
        "LXD_5_0, boot.autostart, true, WAS_STOPPED"
    })
    void stoppedInstancesMayStart(Software software, String key, String value, Meanwhile expected) {
        var scene = Scene.of(software, "m1", "m2", "m3").add(stopped("a").with(key, value));

        assertThat(meanwhile(plan(scene))).isEqualTo(Map.of("a", expected));
        assertThat(plan(scene).cautions().contains(new Caution.Starts(List.of(key("a")))))
                .isEqualTo(expected == Meanwhile.STARTS_THERE);
    }

    @Test
    void countsArrivalsForTheBadges() {
        var plan =
                plan(
                        Scene.of(Software.INCUS_6_0_4, "m1", "m2", "m3", "m4")
                                .running("m1", "a", "b", "c")
                                .add(running("d").with("cluster.evacuate", "stop"))
                                .running("m4", "x", "y"));

        assertThat(plan.arrivals()).containsExactly(Map.entry("m2", 2), Map.entry("m3", 1));
        assertThat(plan.counts())
                .containsExactly(
                        new MemberCount("m1", 4, 1),
                        new MemberCount("m2", 0, 2),
                        new MemberCount("m3", 0, 1),
                        new MemberCount("m4", 2, 2));
    }

    /// Seen on 6.0.4: the loop goes on to stop what is left after the first failure.
    @Test
    void incus604FailsAndLeavesTheRestStopped() {
        var plan = plan(withStuckInstance(Software.INCUS_6_0_4));

        assertThat(meanwhile(plan))
                .isEqualTo(
                        Map.of(
                                "a1", Meanwhile.RESTARTS,
                                "a2", Meanwhile.STOPPED_BY_FAILURE,
                                "a3", Meanwhile.STOPPED_BY_FAILURE,
                                "a4", Meanwhile.STOPPED_BY_FAILURE,
                                "a5", Meanwhile.WAS_STOPPED));
        assertThat(plan.forecast(key("a3")).map(InstanceForecast::destination))
                .contains(new Destination.NotReached());
        assertThat(plan.cautions())
                .contains(
                        new Caution.NoTarget(
                                List.of(key("a2")),
                                NoTargetRule.FAILS,
                                List.of(key("a2"), key("a3"), key("a4"))));
        assertThat(plan.steps().getFirst().risk()).isEqualTo(PlanStep.Risk.FAILS);
        assertThat(plan.canRun()).isTrue();
    }

    @Test
    void newestIncusStopsItInPlace() {
        var plan = plan(withStuckInstance(Software.INCUS_NEWEST));

        assertThat(meanwhile(plan))
                .containsEntry("a2", Meanwhile.STOPPED_UNTIL_RESTORE)
                .containsEntry("a3", Meanwhile.RESTARTS);
        assertThat(plan.steps().getFirst().risk()).isEqualTo(PlanStep.Risk.STOPS);
    }

    @Test
    void lxdSkipsIt() {
        var plan = plan(withStuckInstance(Software.LXD_6_9));

        assertThat(meanwhile(plan))
                .containsEntry("a2", Meanwhile.STOPPED_UNTIL_RESTORE)
                .containsEntry("a3", Meanwhile.RESTARTS);
    }

    @Test
    void lxdLeavesALiveOneRunning() {
        var scene =
                Scene.of(Software.LXD_6_9, "m1", "m2", "m3")
                        .scheduler("m2", "manual")
                        .scheduler("m3", "manual")
                        .add(running("vm").vm().with("migration.stateful", "true"));

        assertThat(meanwhile(plan(scene))).isEqualTo(Map.of("vm", Meanwhile.LEFT_RUNNING));
    }

    private static Scene withStuckInstance(Software software) {
        return Scene.of(software, "m1", "m2", "m3")
                .groups("m1", "default", "gpu")
                .running("m1", "a1")
                .add(running("a2").with("volatile.cluster.group", "gpu"))
                .running("m1", "a3")
                .add(running("a4").with("cluster.evacuate", "stop"))
                .stopped("m1", "a5");
    }

    @Test
    void containersHardlyMoveLive() {
        var scene =
                Scene.of(Software.INCUS_6_0_4, "m1", "m2")
                        .add(running("a").with("cluster.evacuate", "live-migrate"))
                        .add(stopped("b").with("cluster.evacuate", "live-migrate"));

        assertThat(plan(scene).cautions())
                .contains(new Caution.Refused(List.of(key("a")), Refusal.LIVE_CONTAINER));
        assertThat(plan(scene).steps().getFirst().risk()).isEqualTo(PlanStep.Risk.FAILS);
    }

    @Test
    void stateCannotBeSavedWithoutTheSetting() {
        var scene = Scene.of(Software.INCUS_6_0_4, "m1", "m2").running("m1", "a", "b");
        var plan = EvacuationPlan.of(scene.image(), "m1", EvacuationMode.STATEFUL_STOP);

        assertThat(plan.cautions())
                .contains(new Caution.Refused(List.of(key("a"), key("b")), Refusal.NOT_STATEFUL));
        assertThat(meanwhile(plan)).containsEntry("a", Meanwhile.LEFT_RUNNING);
    }

    @Test
    void lxdEndsAtTheFirstRefusal() {
        var scene =
                Scene.of(Software.LXD_6_9, "m1", "m2", "m3")
                        .add(running("a").vm().with("cluster.evacuate", "live-migrate"))
                        .running("m1", "b");

        assertThat(meanwhile(plan(scene)))
                .isEqualTo(Map.of("a", Meanwhile.LEFT_RUNNING, "b", Meanwhile.LEFT_RUNNING));
    }

    @Test
    void diskOfAnUnknownPoolCannotBeForeseen() {
        var scene =
                Scene.of(Software.INCUS_6_0_4, "m1", "m2")
                        .add(running("a").device("d", "type=disk", "pool=p", "path=/d"));

        assertThat(plan(scene).cautions())
                .contains(
                        new Caution.NotPredictable(List.of(key("a")), Destination.Cause.POOL_KIND));
    }

    @Test
    void warnsOfSurroundings() {
        var scene =
                Scene.of(Software.INCUS_6_0_4, "m1", "m2", "m3")
                        .status("Offline", "m2")
                        .status("Evacuated", "m3")
                        .add(running("a").with("volatile.evacuate.origin", "m3"))
                        .add(running("b").with("volatile.evacuate.origin", "m1"))
                        .unread(UnreadPart.Part.OPERATIONS, "timeout");
        var cautions = plan(scene).cautions();

        assertThat(cautions)
                .contains(
                        new Caution.LastOnlineMember(),
                        new Caution.OthersInMaintenance(List.of("m3")),
                        new Caution.OriginElsewhere(List.of(key("a")), "m3"),
                        new Caution.StaleImage())
                .hasAtLeastOneElementOfType(Caution.WoundedQuorum.class);
    }

    @Test
    void onlyMemberOfNewestIncusStopsEverything() {
        var scene = Scene.of(Software.INCUS_NEWEST, "m1").running("m1", "a");

        assertThat(plan(scene).instances().getFirst().why()).isEqualTo(new Reason.OnlyMember());
        assertThat(meanwhile(plan(scene))).isEqualTo(Map.of("a", Meanwhile.STOPPED_UNTIL_RESTORE));
        assertThat(plan(scene).cautions()).contains(new Caution.SingleMember());
        assertThat(EvacuationPlan.of(scene.image(), "m1", EvacuationMode.MIGRATE).obstacles())
                .containsExactly(new Obstacle.SingleMemberCannotMove(EvacuationMode.MIGRATE));
    }

    @Test
    void onlyMemberOf604FailsUnlessToldToStop() {
        var scene = Scene.of(Software.INCUS_6_0_4, "m1").running("m1", "a");
        var stopping = EvacuationPlan.of(scene.image(), "m1", EvacuationMode.STOP);

        assertThat(meanwhile(plan(scene))).isEqualTo(Map.of("a", Meanwhile.STOPPED_BY_FAILURE));
        assertThat(meanwhile(stopping)).isEqualTo(Map.of("a", Meanwhile.STOPPED_UNTIL_RESTORE));
    }

    @ParameterizedTest
    @EnumSource(Software.class)
    void sendsAutomaticAsAnEmptyMode(Software software) {
        var step = plan(Scene.of(software, "m1", "m2", "m3")).steps().getFirst();

        assertThat(step.request())
                .isEqualTo(
                        new PlanStep.Request(
                                "POST",
                                "/1.0/cluster/members/m1/state",
                                "{\"action\":\"evacuate\",\"mode\":\"\"}"));
        assertThat(step.risk()).isEqualTo(PlanStep.Risk.HARMLESS);
        assertThat(step.sentence())
                .isEqualTo(new PlanStep.Sentence.Evacuate("m1", EvacuationMode.AUTOMATIC));
    }

    private static EvacuationPlan plan(Scene scene) {
        return EvacuationPlan.of(scene.image(), "m1", EvacuationMode.AUTOMATIC);
    }

    private static Map<String, Meanwhile> meanwhile(EvacuationPlan plan) {
        return plan.instances().stream()
                .collect(Collectors.toMap(InstanceForecast::instance, InstanceForecast::meanwhile));
    }

    private static InstanceKey key(String name) {
        return new InstanceKey("default", name);
    }
}
