package dev.pileus.model.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.model.actions.PlanProgress.Stage;
import dev.pileus.model.plan.EvacuationMode;
import dev.pileus.model.plan.EvacuationPlan;
import dev.pileus.model.plan.Scene;
import dev.pileus.model.plan.Software;
import dev.pileus.model.store.InstanceKey;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanProgressTest {
    private static final EvacuationPlan PLAN =
            EvacuationPlan.of(
                    scene().running("m1", "a", "b", "c").image(), "m1", EvacuationMode.AUTOMATIC);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "Stopping \"b\" in project \"default\", DONE, STOPPING",
                "Migrating \"b\" in project \"default\" to \"m2\", DONE, MOVING",
                "'Migrating \"b\" in project \"default\" to \"m2\": rootfs: 42%', DONE, MOVING",
                "Starting \"b\" in project \"default\", DONE, STARTING",
                "Stopping \"b\" in project \"other\", WAITING, WAITING",
                "Something else, WAITING, WAITING",
            })
    void readsWhatTheServerSays(String words, Stage first, Stage second) {
        var image = scene().running("m1", "a", "b", "c").evacuating("m1", words).image();

        assertThat(PlanProgress.of(PLAN, image).stages())
                .containsExactly(
                        Map.entry(key("a"), first),
                        Map.entry(key("b"), second),
                        Map.entry(key("c"), Stage.WAITING));
    }

    @Test
    void anInstanceThatRunsElsewhereIsDone() {
        var image = scene().running("m2", "a").running("m1", "b").stopped("m3", "c").image();

        assertThat(PlanProgress.of(PLAN, image).stages())
                .containsExactly(
                        Map.entry(key("a"), Stage.DONE),
                        Map.entry(key("b"), Stage.WAITING),
                        Map.entry(key("c"), Stage.WAITING));
        assertThat(PlanProgress.of(PLAN, image).done()).isEqualTo(1);
    }

    private static Scene scene() {
        return Scene.of(Software.INCUS_6_0_4, "m1", "m2", "m3");
    }

    private static InstanceKey key(String name) {
        return new InstanceKey("default", name);
    }
}
