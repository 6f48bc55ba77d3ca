package dev.pileus.model.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.client.Failure;
import dev.pileus.model.plan.EvacuationMode;
import dev.pileus.model.plan.EvacuationPlan;
import dev.pileus.model.plan.Scene;
import dev.pileus.model.plan.Software;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanRunTest {
    private static final String STATE = "/1.0/cluster/members/m1/state";
    private static final String MEMBERS = "/1.0/cluster/members";
    private static final String INSTANCES = "/1.0/instances";
    private static final String OPERATIONS = "/1.0/operations";
    private static final String WAIT = "/1.0/operations/e1/wait";
    private static final String RUNNING =
            """
            {"id":"e1","class":"task","description":"Evacuating cluster member",\
            "status_code":103,"location":"m1"}\
            """;
    private static final String SUCCESS = RUNNING.replace("103", "200");
    private static final String EVACUATED = "[{\"server_name\":\"m1\",\"status\":\"Evacuated\"}]";
    private static final String ONLINE = EVACUATED.replace("Evacuated", "Online");
    private static final String MOVED =
            "[{\"name\":\"a\",\"project\":\"default\",\"location\":\"m2\",\"status_code\":103}]";
    private static final String NOT_MOVED = MOVED.replace("m2", "m1");

    private final EvacuationPlan plan =
            EvacuationPlan.of(
                    Scene.of(Software.INCUS_6_0_4, "m1", "m2").running("m1", "a").image(),
                    "m1",
                    EvacuationMode.AUTOMATIC);
    private Script server;

    @BeforeEach
    void start() throws Exception {
        server = Script.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void findsTheWorkWhenTheAnswerWasLost() {
        server.losesAnswers(STATE, 1)
                .answers(OPERATIONS, "{\"running\":[" + RUNNING + "]}")
                .answers(WAIT, SUCCESS)
                .answers(MEMBERS, EVACUATED)
                .answers(INSTANCES, MOVED);

        assertThat(carryOut(Duration.ZERO).isDone()).isTrue();
    }

    @Test
    void saysThatNothingBeganWhenNobodyKnowsOfIt() {
        server.losesAnswers(STATE, 1)
                .answers(OPERATIONS, "{}")
                .answers(MEMBERS, ONLINE)
                .answers(INSTANCES, NOT_MOVED);
        var result = carryOut(Duration.ZERO);

        assertThat(result.ending())
                .isInstanceOfSatisfying(
                        Ending.NotBegun.class,
                        notBegun ->
                                assertThat(notBegun.failure())
                                        .isInstanceOf(Failure.ConnectionLost.class));
        assertThat(result.instances())
                .extracting(InstanceResult::verdict)
                .containsExactly(InstanceResult.Verdict.NOT_MOVED);
    }

    @Test
    void bearsSilenceForAWhile() {
        server.begins(STATE, RUNNING)
                .losesAnswers(WAIT, 2)
                .answers(WAIT, SUCCESS)
                .answers(MEMBERS, EVACUATED)
                .answers(INSTANCES, MOVED);

        assertThat(carryOut(Duration.ofMinutes(1)).isDone()).isTrue();
    }

    @Test
    void looksWhatBecameOfAnEndThatNobodySaw() {
        server.begins(STATE, RUNNING).losesAnswers(WAIT, 1).answers(MEMBERS, EVACUATED);

        assertThat(carryOut(Duration.ZERO).isDone()).isFalse();
        server.answers(INSTANCES, MOVED);
        assertThat(carryOut(Duration.ZERO).isDone()).isTrue();
    }

    @Test
    void refusesPlansWithObstacles() {
        var gone =
                EvacuationPlan.of(
                        Scene.of(Software.INCUS_6_0_4, "m2").image(),
                        "m1",
                        EvacuationMode.AUTOMATIC);

        try (var client = server.client()) {
            assertThatThrownBy(() -> new PlanRun(client).carryOut(gone))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("UnknownMember");
        }
    }

    private PlanResult carryOut(Duration silence) {
        try (var client = server.client()) {
            return new PlanRun(client, silence).carryOut(plan);
        }
    }
}
