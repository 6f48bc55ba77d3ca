package dev.pileus.database.raft;

import static dev.pileus.database.raft.RaftRole.STANDBY;
import static dev.pileus.database.raft.RaftRole.VOTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.database.Batch;
import dev.pileus.database.Example;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cluster grows to seven members and replaces what it loses.
class SevenMembersIT {
    @TempDir Path folder;

    @Test
    void growsAndReplacesALostVoter() throws Exception {
        try (var group = TestGroup.voters(folder, 1)) {
            group.join(2);
            group.assign(Map.of(1L, VOTER, 2L, STANDBY));
            group.join(3);
            group.assign(Map.of(1L, VOTER, 2L, VOTER, 3L, VOTER));
            group.join(4);
            group.assign(Map.of(1L, VOTER, 2L, VOTER, 3L, VOTER, 4L, STANDBY));
            group.join(5);
            group.assign(Map.of(1L, VOTER, 2L, VOTER, 3L, VOTER, 4L, STANDBY, 5L, STANDBY));
            group.join(6);
            group.join(7);
            for (var member = 1L; member <= 7; member++) {
                group.member(member).write(Batch.of(Example.member(member, "node" + member)));
            }
            assertComplete(group, 7);

            var lost = group.leaderId();
            group.crash(lost);
            var voters = LongStream.rangeClosed(1, 3).filter(id -> id != lost).boxed().toList();
            group.assign(
                    Map.of(voters.get(0), VOTER, voters.get(1), VOTER, 4L, VOTER, 5L, STANDBY));
            group.member(7).write(Batch.of(Example.member(8, "node8")));
            assertComplete(group, 8);

            // the new voter counts: one of the old ones may go as well
            group.crash(voters.get(0));
            group.member(6).write(Batch.of(Example.member(9, "node9")));
            assertComplete(group, 9);

            group.reopen(lost);
            group.reopen(voters.get(0));
            assertComplete(group, 9);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(group.member(lost).role()).isEqualTo(RaftRole.SPARE));
        }
    }

    private static void assertComplete(TestGroup group, int members) {
        group.running()
                .values()
                .forEach(member ->
                        await().atMost(Duration.ofSeconds(20))
                                .untilAsserted(() ->
                                        assertThat(TestGroup.names(member)).hasSize(members)));
    }
}
