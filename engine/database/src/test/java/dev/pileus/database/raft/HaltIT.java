package dev.pileus.database.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pileus.database.Batch;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.Example;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A member whose replica fails stops at once, says why, and harms nobody.
class HaltIT {
    @TempDir Path folder;

    @Test
    void aFollowerWhoseFileFailsLeavesTheOthersAlone() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            var leader = group.member(group.leaderId());
            var broken = group.followerId();
            spoil(group.folder(broken));
            leader.write(Batch.of(Example.member(1, "node1")));
            await().until(() -> group.member(broken).failure().isPresent());
            assertThatThrownBy(() -> TestGroup.names(group.member(broken)))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("cannot keep the books of");
            assertThatThrownBy(() -> group.member(broken).write(Batch.empty()))
                    .hasMessageContaining("cannot keep the books of");
            leader.write(Batch.of(Example.member(2, "node2")));
            assertThat(TestGroup.names(leader)).containsExactly("node1", "node2");
            group.stop(broken);
            assertThatThrownBy(() -> group.reopen(broken))
                    .hasMessageContaining("is no replica of a cluster and is left as it is");
        }
    }

    @Test
    void aLeaderWhoseFileFailsIsReplaced() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            var broken = group.leaderId();
            var other = group.member(group.followerId());
            spoil(group.folder(broken));
            other.write(Batch.of(Example.member(1, "node1")));
            assertThat(group.member(broken).failure()).isPresent();
            await().atMost(Duration.ofSeconds(10))
                    .until(() ->
                            other.leader().isPresent() && other.leader().getAsLong() != broken);
            other.write(Batch.of(Example.member(2, "node2")));
            assertThat(TestGroup.names(other)).containsExactly("node1", "node2");
        }
    }

    /// Somebody else writes to the live file: what nobody may do.
    private static void spoil(Path member) throws SQLException {
        var file = member.resolve("live/database.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate("DROP TABLE pileus_applied");
        }
    }
}
