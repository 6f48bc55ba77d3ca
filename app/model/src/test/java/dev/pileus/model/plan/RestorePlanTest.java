package dev.pileus.model.plan;

import static dev.pileus.model.plan.Guest.running;
import static dev.pileus.model.plan.Guest.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.model.store.InstanceKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestorePlanTest {
    private static final String ORIGIN = "volatile.evacuate.origin";

    @Test
    void bringsBackWhatItsEvacuationMoved() {
        var plan = plan(evacuated(Software.INCUS_6_0_4));

        assertThat(plan.returning())
                .containsExactly(
                        new ReturnForecast("default", "a", true, "m2", Meanwhile.RESTARTS),
                        new ReturnForecast("default", "b", false, "m3", Meanwhile.WAS_STOPPED),
                        new ReturnForecast("default", "vm", true, "m3", Meanwhile.STAYS_UP));
        assertThat(plan.counts())
                .containsExactly(
                        new MemberCount("m1", 2, 5),
                        new MemberCount("m2", 2, 1),
                        new MemberCount("m3", 2, 0));
        assertThat(plan.canRun()).isTrue();
    }

    @Test
    void startsWhatItsEvacuationStopped() {
        assertThat(plan(evacuated(Software.INCUS_6_0_4)).starting()).containsExactly(key("gpu"));
    }

    private static Scene evacuated(Software software) {
        return Scene.of(software, "m1", "m2", "m3")
                .status("Evacuated", "m1")
                .add(stopped("gpu").with("volatile.last_state.power", "RUNNING"))
                .add(stopped("off").with("volatile.last_state.power", "STOPPED"))
                .add(running("a").on("m2").with(ORIGIN, "m1"))
                .add(stopped("b").on("m3").with(ORIGIN, "m1"))
                .add(
                        running("vm")
                                .vm()
                                .on("m3")
                                .with("migration.stateful", "true")
                                .with(ORIGIN, "m1"))
                .add(running("other").on("m2").with(ORIGIN, "m3"));
    }

    @ParameterizedTest
    @CsvSource({
        "INCUS_6_0_4, false",
        "INCUS_NEWEST, true",
        "LXD_5_0, false",
        "LXD_6_9, true",
    })
    void skipsOnlyWhereTheServerDoes(Software software, boolean offered) {
        var plan = RestorePlan.of(evacuated(software).image(), "m1", RestoreMode.SKIP);

        assertThat(plan.obstacles().contains(new Obstacle.RestoreModeNotOffered(RestoreMode.SKIP)))
                .isNotEqualTo(offered);
        assertThat(RestorePlan.modesOf(evacuated(software).image()).contains(RestoreMode.SKIP))
                .isEqualTo(offered);
        assertThat(plan.returning()).isEmpty();
        assertThat(plan.starting()).isEmpty();
        assertThat(plan.cautions())
                .contains(new Caution.StayAway(List.of(key("a"), key("b"), key("vm"))));
    }

    @Test
    void warnsOfHoldersThatDoNotAnswer() {
        var scene = evacuated(Software.INCUS_6_0_4).status("Offline", "m2");

        assertThat(plan(scene).cautions())
                .contains(new Caution.HolderOffline(List.of(key("a")), "m2"));
        assertThat(plan(scene).steps().getFirst().risk()).isEqualTo(PlanStep.Risk.FAILS);
    }

    @Test
    void warnsOfWhatASecondEvacuationStopped() {
        var scene =
                Scene.of(Software.INCUS_6_0_4, "m1", "m2", "m3")
                        .status("Evacuated", "m1", "m2")
                        .add(
                                stopped("a")
                                        .on("m2")
                                        .with(ORIGIN, "m1")
                                        .with("volatile.last_state.power", "RUNNING"));

        assertThat(plan(scene).cautions()).contains(new Caution.ComeBackStopped(List.of(key("a"))));
    }

    @Test
    void refusesMembersThatAreNotEvacuated() {
        assertThat(plan(Scene.of(Software.INCUS_6_0_4, "m1", "m2", "m3")).obstacles())
                .containsExactly(new Obstacle.NotEvacuated("m1"));
        assertThat(
                        plan(Scene.of(Software.INCUS_6_0_4, "m1", "m2", "m3")
                                        .status("Offline", "m1"))
                                .obstacles())
                .containsExactly(new Obstacle.MemberOffline("m1"));
    }

    private static RestorePlan plan(Scene scene) {
        return RestorePlan.of(scene.image(), "m1", RestoreMode.EVERYTHING);
    }

    private static InstanceKey key(String name) {
        return new InstanceKey("default", name);
    }
}
