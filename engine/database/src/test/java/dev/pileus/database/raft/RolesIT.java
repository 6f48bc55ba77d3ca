package dev.pileus.database.raft;

import static dev.pileus.database.raft.RaftRole.SPARE;
import static dev.pileus.database.raft.RaftRole.STANDBY;
import static dev.pileus.database.raft.RaftRole.VOTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pileus.database.Batch;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.Example;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Members change their roles while the group works.
class RolesIT {
    @TempDir Path folder;

    @Test
    void aStandbyBecomesAVoterThatCanLead() throws Exception {
        try (var group = TestGroup.voters(folder, 1)) {
            group.join(2);
            group.assign(Map.of(1L, VOTER, 2L, STANDBY));
            awaitRole(group, 2, STANDBY);
            group.member(1).write(Batch.of(Example.member(1, "node1")));
            await().untilAsserted(() ->
                    assertThat(TestGroup.names(group.member(2))).containsExactly("node1"));
            group.join(3);
            group.assign(Map.of(1L, VOTER, 2L, VOTER, 3L, VOTER));
            awaitRole(group, 2, VOTER);
            group.member(1).transferLeadership(2);
            await().atMost(Duration.ofSeconds(10)).until(() -> group.member(2).leads());
            group.crash(1);
            group.member(3).write(Batch.of(Example.member(2, "node2")));
            assertThat(TestGroup.names(group.member(3))).containsExactly("node1", "node2");
        }
    }

    @Test
    void aVoterThatBecameAStandbySurvivesTheLossOfTheVoters() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            var leader = group.leaderId();
            var demoted = group.followerId();
            var other = 6 - leader - demoted;
            group.assign(Map.of(leader, VOTER, other, VOTER, demoted, STANDBY));
            awaitRole(group, demoted, STANDBY);
            group.crash(leader);
            group.crash(other);
            group.reopen(leader);
            group.reopen(other);
            group.awaitLeader().write(Batch.of(Example.member(1, "node1")));
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() ->
                            assertThat(TestGroup.names(group.member(demoted)))
                                    .containsExactly("node1"));
            assertThat(group.member(demoted).role()).isEqualTo(STANDBY);
        }
    }

    @Test
    void theLeaderGivesUpItsOwnRole() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            group.member(1).write(Batch.of(Example.member(1, "node1")));
            var leader = group.leaderId();
            var others = group.running().keySet().stream().filter(id -> id != leader).toList();
            group.assign(Map.of(others.get(0), VOTER, others.get(1), VOTER));
            awaitRole(group, leader, SPARE);
            assertThat(group.folder(leader).resolve("raft")).doesNotExist();
            assertThat(group.folder(leader).resolve("live")).doesNotExist();
            group.member(leader).write(Batch.of(Example.member(2, "node2")));
            assertThat(TestGroup.names(group.member(leader))).containsExactly("node1", "node2");
            assertThat(TestGroup.names(group.member(others.get(0)))).contains("node1");
        }
    }

    @Test
    void aSpareBecomesAVoterAgain() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            var leader = group.leaderId();
            var spare = group.followerId();
            var other = 6 - leader - spare;
            group.assign(Map.of(leader, VOTER, other, VOTER));
            awaitRole(group, spare, SPARE);
            group.member(leader).write(Batch.of(Example.member(1, "node1")));
            group.assign(Map.of(leader, VOTER, other, VOTER, spare, VOTER));
            awaitRole(group, spare, VOTER);
            assertThat(TestGroup.names(group.member(spare))).containsExactly("node1");
            group.crash(other);
            group.member(spare).write(Batch.of(Example.member(2, "node2")));
            assertThat(TestGroup.names(group.member(spare))).containsExactly("node1", "node2");
        }
    }

    @Test
    void aMemberRemovedWhileItWasAwayBecomesASpareWhenItComesBack() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            var leader = group.leaderId();
            var away = group.followerId();
            var other = 6 - leader - away;
            group.stop(away);
            group.assign(Map.of(leader, VOTER, other, VOTER));
            group.awaitLeader().write(Batch.of(Example.member(1, "node1")));
            group.reopen(away);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> {
                        assertThat(group.member(away).role()).isEqualTo(SPARE);
                        assertThat(TestGroup.names(group.member(away))).containsExactly("node1");
                    });
        }
    }

    @Test
    void refusesWhatCannotBe() throws Exception {
        try (var group = TestGroup.voters(folder, 2)) {
            var leader = group.leaderId();
            var follower = group.followerId();
            assertThatThrownBy(() -> group.member(leader).assign(Map.of(1L, STANDBY)))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessage("a database needs at least one voter");
            assertThatThrownBy(() -> group.member(follower).assign(Map.of(1L, VOTER)))
                    .hasMessage("only the leader of the database can do this");
            assertThatThrownBy(() ->
                            group.member(leader).assign(Map.of(1L, VOTER, 2L, VOTER, 9L, VOTER)))
                    .hasMessageContaining("member 9 is out of reach");
            assertThat(group.member(leader).roles()).isEqualTo(Map.of(1L, VOTER, 2L, VOTER));
        }
    }

    private static void awaitRole(TestGroup group, long member, RaftRole role) {
        await().atMost(Duration.ofSeconds(15)).until(() -> group.member(member).role() == role);
    }
}
