package dev.pileus.database.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.database.Batch;
import dev.pileus.database.Example;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Members come and go under writes from eight threads: what was acknowledged is everywhere, once.
class LossIT {
    @TempDir Path folder;

    @Test
    void losesNothingWhenTheLeaderIsCutOff() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            var old = group.leaderId();
            var writer = group.followerId();
            var stream = WriteStream.start(8, () -> group.member(writer));
            awaitMore(stream);
            group.network.cut(old);
            awaitMore(stream);
            group.network.mend(old);
            awaitMore(stream);
            stream.stop();
            assertEverywhere(group, stream);
        }
    }

    @Test
    void losesNothingWhenTheLeaderItselfWritesAndIsCutOff() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            var old = group.leaderId();
            var stream = WriteStream.start(8, () -> group.member(old));
            awaitMore(stream);
            group.network.cut(old);
            await().atMost(Duration.ofSeconds(20)).until(() -> !group.member(old).leads());
            group.network.mend(old);
            awaitMore(stream);
            stream.stop();
            assertEverywhere(group, stream);
        }
    }

    @Test
    void losesNothingWhenTheLeaderStops() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            var old = group.leaderId();
            var writer = group.followerId();
            var stream = WriteStream.start(8, () -> group.member(writer));
            awaitMore(stream);
            group.stop(old);
            awaitMore(stream);
            group.reopen(old);
            awaitMore(stream);
            stream.stop();
            assertEverywhere(group, stream);
        }
    }

    @Test
    void writesGoOnWithoutAFollower() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            var follower = group.followerId();
            var leader = group.leaderId();
            var stream = WriteStream.start(8, () -> group.member(leader));
            awaitMore(stream);
            group.crash(follower);
            awaitMore(stream);
            group.reopen(follower);
            stream.stop();
            assertEverywhere(group, stream);
        }
    }

    @Test
    void allMayStopAtOnceAndComeBack() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            var writer = group.leaderId();
            var database = group.member(writer);
            var stream = WriteStream.start(8, () -> database);
            awaitMore(stream);
            for (var member : List.of(1L, 2L, 3L)) {
                group.network.cut(member);
            }
            stream.stop();
            for (var member : List.of(1L, 2L, 3L)) {
                group.stop(member);
                group.network.mend(member);
            }
            for (var member : List.of(1L, 2L, 3L)) {
                group.reopen(member);
            }
            assertEverywhere(group, stream);
        }
    }

    private static void awaitMore(WriteStream stream) {
        var before = stream.acknowledgedCount();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> stream.acknowledgedCount() > before + 100);
    }

    private static void assertEverywhere(TestGroup group, WriteStream stream) {
        assertThat(stream.faults()).isEmpty();
        var leader = group.awaitLeader();
        // the others are as far as the leader once they have this one
        leader.write(Batch.of(Example.member(1_000_000_000, "last")));
        var expected = ids(leader);
        assertThat(expected).containsAll(stream.acknowledged());
        var surprises = new HashSet<>(expected);
        surprises.removeAll(stream.acknowledged());
        surprises.removeAll(stream.unknown());
        assertThat(surprises).containsExactly(1_000_000_000L);
        group.running()
                .values()
                .forEach(member ->
                        await().atMost(Duration.ofSeconds(20))
                                .untilAsserted(() -> assertThat(ids(member)).isEqualTo(expected)));
    }

    private static Set<Long> ids(ReplicatedDatabase member) {
        return new HashSet<>(
                member.read(reader ->
                        reader.select("SELECT id FROM members").list(row -> row.number("id"))));
    }
}
