package dev.pileus.database.raft;

import static dev.pileus.database.raft.RaftRole.VOTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pileus.database.Batch;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.Example;
import dev.pileus.database.NoLeaderException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The majority is lost; what is left goes on with the data it has.
class OfflineRepairIT {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir Path folder;

    @Test
    void aSoleSurvivorGoesOnAndTheOthersJoinAgain() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            group.member(2).write(Batch.of(Example.member(1, "node1")));
            for (var member : List.of(1L, 2L, 3L)) {
                group.stop(member);
            }
            var old = recover(group, 3);
            assertThat(old).isEqualTo(Map.of(1L, VOTER, 2L, VOTER, 3L, VOTER));
            group.databaseMembers(3L);
            var survivor = group.reopen(3);
            assertThat(TestGroup.names(group.awaitLeader())).containsExactly("node1");
            survivor.write(Batch.of(Example.member(2, "node2")));

            // the lost ones come back with the old data: they have a majority only among themselves
            group.reopen(1);
            assertThatThrownBy(() -> group.member(1).write(Batch.of(Example.member(3, "lost"))))
                    .isInstanceOf(NoLeaderException.class);
            group.stop(1);
            for (var member : List.of(1L, 2L)) {
                try (var repair = OfflineRepair.open(group.folder(member))) {
                    repair.becomeSpareOf(survivor.group());
                }
                group.reopen(member);
            }
            group.assign(Map.of(1L, VOTER, 2L, VOTER, 3L, VOTER));
            group.member(1).write(Batch.of(Example.member(4, "node4")));
            for (var member : List.of(1L, 2L, 3L)) {
                await().atMost(Duration.ofSeconds(10))
                        .untilAsserted(() ->
                                assertThat(TestGroup.names(group.member(member)))
                                        .containsExactly("node1", "node2", "node4"));
            }
        }
    }

    @Test
    void aRecoveryHoldsOverRestarts() throws Exception {
        try (var group = TestGroup.voters(folder, 2)) {
            group.member(1).write(Batch.of(Example.member(1, "node1")));
            group.stop(1);
            group.stop(2);
            recover(group, 2);
            for (var i = 2; i < 5; i++) {
                group.reopen(2);
                group.awaitLeader().write(Batch.of(Example.member(i, "node" + i)));
                assertThat(group.member(2).roles()).isEqualTo(Map.of(2L, VOTER));
                group.stop(2);
            }
            recover(group, 2);
            group.reopen(2);
            assertThat(TestGroup.names(group.awaitLeader())).hasSize(4);
        }
    }

    @Test
    void tellsWhoseCopyGoesFurther() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            var away = group.followerId();
            var leader = group.leaderId();
            group.stop(away);
            group.member(leader).write(Batch.of(Example.member(1, "node1")));
            group.stop(leader);
            try (var behind = OfflineRepair.open(group.folder(away));
                    var ahead = OfflineRepair.open(group.folder(leader))) {
                assertThat(ahead.lastEntry()).isGreaterThan(behind.lastEntry());
            }
        }
    }

    @Test
    void keepsAwayFromARunningDaemonAndFromNothing() throws Exception {
        try (var group = TestGroup.voters(folder, 1)) {
            assertThatThrownBy(() -> OfflineRepair.open(group.folder(1)))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("is in use by a running daemon");
            assertThatThrownBy(() -> OfflineRepair.open(group.folder(9)))
                    .hasMessageContaining("there is no database in");
            group.join(2);
            group.stop(2);
            try (var spare = OfflineRepair.open(group.folder(2))) {
                assertThatThrownBy(() -> spare.becomeOnlyVoter(RANDOM))
                        .hasMessage("member 2 has no copy of the database");
            }
        }
    }

    private static Map<Long, RaftRole> recover(TestGroup group, long member) {
        try (var repair = OfflineRepair.open(group.folder(member))) {
            var roles = repair.roles();
            repair.becomeOnlyVoter(RANDOM);
            return roles;
        }
    }
}
