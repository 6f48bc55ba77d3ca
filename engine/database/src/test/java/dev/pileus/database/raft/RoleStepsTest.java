package dev.pileus.database.raft;

import static dev.pileus.database.raft.RaftRole.STANDBY;
import static dev.pileus.database.raft.RaftRole.VOTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoleStepsTest {
    @Test
    void votersComeOneAtATime() {
        assertThat(RoleSteps.between(Map.of(1L, VOTER), Map.of(1L, VOTER, 2L, VOTER, 3L, VOTER)))
                .containsExactly(
                        Map.of(1L, VOTER, 2L, VOTER), Map.of(1L, VOTER, 2L, VOTER, 3L, VOTER));
    }

    @Test
    void aReplacementComesBeforeTheOldVoterGoes() {
        assertThat(
                        RoleSteps.between(
                                Map.of(1L, VOTER, 2L, STANDBY), Map.of(1L, STANDBY, 2L, VOTER)))
                .containsExactly(
                        Map.of(1L, VOTER),
                        Map.of(1L, VOTER, 2L, VOTER),
                        Map.of(2L, VOTER),
                        Map.of(1L, STANDBY, 2L, VOTER));
    }

    @Test
    void nobodyIsVoterAndStandbyInTwoMembershipsInARow() {
        var before = Map.of(1L, VOTER, 2L, VOTER, 3L, STANDBY, 4L, STANDBY);
        var steps = new ArrayList<Map<Long, RaftRole>>();
        steps.add(before);
        steps.addAll(
                RoleSteps.between(before, Map.of(1L, STANDBY, 2L, VOTER, 3L, VOTER, 4L, VOTER)));
        for (var i = 1; i < steps.size(); i++) {
            for (var member : steps.get(i - 1).keySet()) {
                assertThat(steps.get(i).getOrDefault(member, steps.get(i - 1).get(member)))
                        .isEqualTo(steps.get(i - 1).get(member));
            }
        }
    }

    @Test
    void standbysChangeTogether() {
        assertThat(
                        RoleSteps.between(
                                Map.of(1L, VOTER, 2L, STANDBY),
                                Map.of(1L, VOTER, 3L, STANDBY, 4L, STANDBY)))
                .containsExactly(Map.of(1L, VOTER, 3L, STANDBY, 4L, STANDBY));
    }

    @Test
    void votersGoOneAtATime() {
        assertThat(RoleSteps.between(Map.of(1L, VOTER, 2L, VOTER, 3L, VOTER), Map.of(3L, VOTER)))
                .containsExactly(Map.of(2L, VOTER, 3L, VOTER), Map.of(3L, VOTER));
    }

    @Test
    void nothingToDoIsNoStep() {
        assertThat(RoleSteps.between(Map.of(1L, VOTER), Map.of(1L, VOTER))).isEmpty();
    }
}
