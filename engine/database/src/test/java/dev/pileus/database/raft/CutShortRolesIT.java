package dev.pileus.database.raft;

import static dev.pileus.database.raft.RaftRole.STANDBY;
import static dev.pileus.database.raft.RaftRole.VOTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.database.Batch;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// All members stop while roles are being changed: with all of them back there is a leader again,
/// and the change can be completed.
class CutShortRolesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir Path folder;

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        Map.of(1L, VOTER, 2L, VOTER, 3L, VOTER, 4L, STANDBY),
                        Map.of(2L, VOTER, 3L, VOTER, 4L, VOTER),
                        List.of(1, 2)),
                Arguments.of(
                        Map.of(1L, VOTER, 2L, STANDBY),
                        Map.of(1L, VOTER, 2L, VOTER),
                        List.of(1, 2)),
                Arguments.of(
                        Map.of(1L, VOTER, 2L, VOTER, 3L, VOTER),
                        Map.of(1L, VOTER, 2L, VOTER, 3L, STANDBY),
                        List.of(1, 2)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theGroupGoesOn(Map<Long, RaftRole> before, Map<Long, RaftRole> goal, List<Integer> stops)
            throws Exception {
        var members = new TreeSet<>(before.keySet());
        var group = new TestGroup(folder);
        try (group) {
            group.form(1);
            for (var member : members.tailSet(1L, false)) {
                group.join(member);
            }
            group.assign(before);
            var written = 0;
            for (var stop : stops) {
                cutShort(group, goal, stop);
                for (var member : members) {
                    group.reopen(member);
                }
                written++;
                write(group, written);
                settle(group, before);
            }
            settle(group, goal);
            assertThat(group.awaitLeader().roles()).isEqualTo(goal);
            for (var member : goal.keySet()) {
                assertThat(TestGroup.names(group.member(member))).hasSize(written);
            }
        }
    }

    /// Everybody falls silent at once when the leader has written down that many memberships.
    private static void cutShort(TestGroup group, Map<Long, RaftRole> goal, int stop)
            throws IOException {
        var leader = group.awaitLeader();
        var members = new TreeSet<>(group.running().keySet());
        var asked =
                CompletableFuture.runAsync(() -> {
                    try {
                        leader.assign(goal);
                    } catch (DatabaseException cutShort) {
                        assertThat(cutShort).hasMessageNotContaining("needs at least");
                    }
                });
        var seen = leader.roles();
        for (var changes = 0; changes < stop && !asked.isDone(); ) {
            var now = leader.roles();
            if (!now.equals(seen)) {
                changes++;
                seen = now;
            }
            Thread.onSpinWait();
        }
        members.forEach(group.network::cut);
        for (var member : members) {
            group.stop(member);
        }
        members.forEach(group.network::mend);
        asked.join();
    }

    private static void write(TestGroup group, int number) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(DatabaseException.class)
                .untilAsserted(() ->
                        assertThat(
                                        group.awaitLeader()
                                                .write(
                                                        Batch.of(
                                                                Example.member(
                                                                        number, "node" + number))))
                                .isNotNull());
    }

    private static void settle(TestGroup group, Map<Long, RaftRole> roles) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(DatabaseException.class)
                .untilAsserted(() -> {
                    group.assign(roles);
                    assertThat(group.awaitLeader().roles()).isEqualTo(roles);
                });
    }
}
