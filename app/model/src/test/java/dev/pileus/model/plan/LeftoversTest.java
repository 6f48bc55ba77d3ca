package dev.pileus.model.plan;

import static dev.pileus.model.plan.Guest.running;
import static dev.pileus.model.plan.Guest.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.model.store.InstanceKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeftoversTest {
    private static final String ORIGIN = "volatile.evacuate.origin";
    private static final String POWER = "volatile.last_state.power";

    @Test
    void findsWhatAFailedEvacuationLeft() {
        var scene =
                scene().add(running("a").on("m2").with(ORIGIN, "m1"))
                        .add(stopped("b").with(POWER, "RUNNING"))
                        .add(stopped("c").with(POWER, "STOPPED"))
                        .running("m1", "d");

        assertThat(Leftovers.of(scene.image()))
                .containsExactly(
                        new Leftovers("m1", List.of(key("a")), List.of(key("b")), List.of()));
    }

    @Test
    void findsWhatIsStrandedOnAnEvacuatedMember() {
        var scene =
                scene().status("Evacuated", "m1")
                        .running("m1", "a")
                        .add(stopped("b").with(POWER, "RUNNING"))
                        .add(running("c").on("m2").with(ORIGIN, "m1"));

        assertThat(Leftovers.of(scene.image()))
                .containsExactly(new Leftovers("m1", List.of(), List.of(), List.of(key("a"))));
    }

    @Test
    void isPatientWithWhatIsUnderWay() {
        var scene =
                scene().status("Evacuated", "m1")
                        .evacuating("m1", "Stopping \"a\" in project \"default\"")
                        .running("m1", "a");

        assertThat(Leftovers.of(scene.image())).isEmpty();
    }

    private static Scene scene() {
        return Scene.of(Software.INCUS_6_0_4, "m1", "m2", "m3");
    }

    private static InstanceKey key(String name) {
        return new InstanceKey("default", name);
    }
}
