package dev.pileus.database.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Example;
import dev.pileus.database.NoLeaderException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reads of the newest state are never stale, whoever leads.
class LatestReadIT {
    @TempDir Path folder;

    @Test
    void aLeaderThatIsCutOffDoesNotAnswerWithOldData() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            var old = group.leaderId();
            var other = group.followerId();
            group.member(other).write(Batch.of(Example.member(1, "before")));
            group.network.cut(old);
            await().atMost(Duration.ofSeconds(15))
                    .until(() ->
                            group.running().entrySet().stream()
                                    .anyMatch(member ->
                                            member.getKey() != old && member.getValue().leads()));
            group.member(other).write(Batch.of(Example.member(2, "after")));
            assertThatThrownBy(() -> latest(group.member(old)))
                    .isInstanceOf(NoLeaderException.class)
                    .hasMessageContaining("no majority");
            // what it has may still be looked at
            assertThat(TestGroup.names(group.member(old))).containsExactly("before");
            group.network.mend(old);
            // the loss is known to it: it may be told so once more before it hears of the new
            // leader
            await().atMost(Duration.ofSeconds(15))
                    .ignoreExceptionsInstanceOf(NoLeaderException.class)
                    .untilAsserted(() ->
                            assertThat(latest(group.member(old)))
                                    .containsExactly("before", "after"));
        }
    }

    @Test
    void everyMemberSeesEveryAcknowledgedWriteAtOnce() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            for (var i = 1; i <= 30; i++) {
                var writer = group.member(1 + i % 3);
                var reader = group.member(1 + (i + 1) % 3);
                writer.write(Batch.of(Example.member(i, "node" + i)));
                assertThat(latest(reader)).hasSize(i);
            }
        }
    }

    @Test
    void withoutAMajorityNothingIsWrittenAndTheReasonIsToldSoon() throws Exception {
        try (var group = TestGroup.voters(folder, 2)) {
            var gone = group.followerId();
            var left = group.member(group.leaderId());
            group.crash(gone);
            assertThat(untilRefused(left)).isLessThan(Duration.ofSeconds(12));
            // the loss is known: the next ones wait for one election
            assertThat(untilRefused(left)).isLessThan(Duration.ofSeconds(7));
            assertThat(untilRefused(left)).isLessThan(Duration.ofSeconds(3));
            group.reopen(gone);
            await().atMost(Duration.ofSeconds(15))
                    .ignoreExceptionsInstanceOf(NoLeaderException.class)
                    .untilAsserted(() -> left.write(Batch.of(Example.member(1, "node1"))));
            assertThat(latest(left)).containsExactly("node1");
        }
    }

    private static Duration untilRefused(Database database) {
        var start = System.nanoTime();
        assertThatThrownBy(() -> database.write(Batch.of(Example.member(1, "node1"))))
                .isInstanceOf(NoLeaderException.class)
                .hasMessageContaining("no majority of the database members answered");
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static List<String> latest(Database database) {
        return database.readLatest(reader ->
                reader.select("SELECT name FROM members ORDER BY id")
                        .list(row -> row.text("name")));
    }
}
