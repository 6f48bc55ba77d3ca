package dev.pileus.database.raft;

import static dev.pileus.database.raft.RaftRole.SPARE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pileus.database.Batch;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.Decision;
import dev.pileus.database.Example;
import dev.pileus.database.Statement;
import dev.pileus.database.TableListener;
import dev.pileus.database.WriteOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A member without a replica has the same database as the others.
class SpareIT {
    @TempDir Path folder;

    @Test
    void readsWritesAndDecidesThroughOthers() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            var spare = group.join(4);
            assertThat(spare.role()).isEqualTo(SPARE);
            assertThat(spare.write(Batch.of(Example.member(1, "node1"))))
                    .isInstanceOf(WriteOutcome.Applied.class);
            assertThat(TestGroup.names(spare)).containsExactly("node1");
            spare.decide(reader -> {
                var state = reader.select("SELECT state FROM members").only().number("state");
                return new Decision<>(
                        Batch.builder().one("UPDATE members SET state = ?", state + 1).build(), "");
            });
            long state =
                    group.member(1)
                            .readLatest(reader ->
                                    reader.select("SELECT state FROM members")
                                            .only()
                                            .number("state"));
            assertThat(state).isEqualTo(1);
            assertThat(spare.write(Batch.of(Example.member(1, "again"))))
                    .isInstanceOf(WriteOutcome.BrokenConstraint.class);
            assertThatThrownBy(() -> spare.read(reader -> reader.select("SELEC")))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("syntax error");
        }
    }

    @Test
    void canNotChangeAnythingThroughARead() throws Exception {
        try (var group = TestGroup.voters(folder, 1)) {
            var spare = group.join(2);
            spare.write(Batch.of(Example.member(1, "node1")));
            assertThatThrownBy(() ->
                            spare.read(reader -> reader.select("DELETE FROM members RETURNING id")))
                    .isInstanceOf(DatabaseException.class);
            assertThat(TestGroup.names(spare)).containsExactly("node1");
        }
    }

    @Test
    void hearsOfChangesAndOfTheLeader() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            var spare = group.join(4);
            var members = new AtomicInteger();
            var roles = new AtomicInteger();
            spare.watch(TableListener.of(Set.of("members"), members::incrementAndGet));
            spare.watch(TableListener.of(Set.of("roles"), roles::incrementAndGet));
            await().until(() -> spare.leader().equals(OptionalLong.of(group.leaderId())));
            assertThat(spare.roles()).hasSize(3);
            var before = members.get();
            var rolesBefore = roles.get();
            group.member(1).write(Batch.of(Example.member(1, "node1")));
            await().atMost(Duration.ofSeconds(2)).until(() -> members.get() > before);
            assertThat(roles).hasValue(rolesBefore);
            group.member(2)
                    .write(Batch.of(Statement.of("INSERT INTO roles VALUES (1, 'event-hub')")));
            await().atMost(Duration.ofSeconds(2)).until(() -> roles.get() > rolesBefore);
        }
    }

    @Test
    void goesOnWhenTheMemberItAskedIsLost() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            var spare = group.join(4);
            spare.write(Batch.of(Example.member(1, "node1")));
            assertThat(TestGroup.names(spare)).containsExactly("node1");
            group.crash(group.leaderId());
            spare.write(Batch.of(Example.member(2, "node2")));
            assertThat(TestGroup.names(spare)).containsExactly("node1", "node2");
        }
    }

    @Test
    void isASpareAgainAfterARestart() throws Exception {
        try (var group = TestGroup.voters(folder, 1)) {
            group.join(2);
            group.stop(2);
            group.member(1).write(Batch.of(Example.member(1, "node1")));
            assertThat(TestGroup.names(group.reopen(2))).containsExactly("node1");
        }
    }
}
