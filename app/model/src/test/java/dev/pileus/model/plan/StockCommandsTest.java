package dev.pileus.model.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockCommandsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "INCUS_6_0_4, \"\", node3, AUTOMATIC, incus cluster evacuate node3",
                "INCUS_6_0_4, prod, node3, MIGRATE, incus cluster evacuate prod:node3 --action=migrate",
                "LXD_5_0, \"\", node3, AUTOMATIC, lxc cluster evacuate node3",
                "LXD_6_9, eu, node3, STOP, lxc cluster evacuate eu:node3 --action=stop",
                "INCUS_6_0_4, \"\", a b, AUTOMATIC, incus cluster evacuate 'a b'",
                "INCUS_6_0_4, \"\", it's, AUTOMATIC, incus cluster evacuate 'it'\\''s'",
                "INCUS_6_0_4, prod, $(x), AUTOMATIC, incus cluster evacuate 'prod:$(x)'",
            })
    void quotesForTheShell(
            Software software, String remote, String member, EvacuationMode mode, String command) {
        var image = Scene.of(software, member, "m2", "m3").image();

        assertThat(EvacuationPlan.of(image, member, mode, remote).steps())
                .extracting(PlanStep::command)
                .containsExactly(command);
    }

    @Test
    void restoresLikewise() {
        var image = Scene.of(Software.INCUS_NEWEST, "@x/y z", "m2").image();
        var step = RestorePlan.of(image, "@x/y z", RestoreMode.SKIP, "prod").steps().getFirst();

        assertThat(step.command()).isEqualTo("incus cluster restore 'prod:@x/y z' --action=skip");
        assertThat(step.request())
                .isEqualTo(
                        new PlanStep.Request(
                                "POST",
                                "/1.0/cluster/members/%40x%2Fy%20z/state",
                                "{\"action\":\"restore\",\"mode\":\"skip\"}"));
    }
}
