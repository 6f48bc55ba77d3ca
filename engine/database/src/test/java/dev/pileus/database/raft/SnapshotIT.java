package dev.pileus.database.raft;

import static dev.pileus.database.raft.RaftRole.VOTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.database.Batch;
import dev.pileus.database.Example;
import dev.pileus.database.TableListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The log is cut; whoever needs what was cut off gets a copy of the database.
class SnapshotIT {
    private static final int ROWS = 700;
    private static final Pattern SEGMENT = Pattern.compile("log_(?:inprogress_)?(\\d+)(?:-\\d+)?");

    @TempDir Path folder;

    @Test
    void aMemberThatWasAwayTooLongGetsASnapshot() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            var away = group.followerId();
            var leader = group.leaderId();
            group.member(leader).write(Batch.of(Example.member(0, "first")));
            group.crash(away);
            fill(group.member(leader));
            await().until(() -> oldestEntry(group.folder(leader)) > 100);
            var back = group.reopen(away);
            var told = new AtomicInteger();
            back.watch(TableListener.of(Set.of("members"), told::incrementAndGet));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(TestGroup.names(back)).hasSize(ROWS + 1));
            assertThat(told.get()).isPositive();
            assertThat(snapshots(group.folder(away))).isNotEmpty();
            back.write(Batch.of(Example.member(100_000, "later")));
            assertThat(TestGroup.names(back)).hasSize(ROWS + 2);
        }
    }

    @Test
    void aNewMemberGetsASnapshot() throws Exception {
        try (var group = TestGroup.voters(folder, 1)) {
            fill(group.member(1));
            await().until(() -> oldestEntry(group.folder(1)) > 100);
            group.join(2);
            group.assign(Map.of(1L, VOTER, 2L, VOTER));
            await().atMost(Duration.ofSeconds(20)).until(() -> group.member(2).role() == VOTER);
            assertThat(TestGroup.names(group.member(2))).hasSize(ROWS);
        }
    }

    @Test
    void restartsFromASnapshot() throws Exception {
        try (var group = TestGroup.voters(folder, 1)) {
            fill(group.member(1));
            group.stop(1);
            group.reopen(1);
            assertThat(TestGroup.names(group.member(1))).hasSize(ROWS);
            group.member(1).write(Batch.of(Example.member(100_000, "later")));
            assertThat(TestGroup.names(group.member(1))).hasSize(ROWS + 1);
        }
    }

    @Test
    void aLiveFileOlderThanTheSnapshotIsReplacedByIt() throws Exception {
        try (var group = TestGroup.voters(folder, 1)) {
            group.member(1).write(Batch.of(Example.member(0, "first")));
            group.stop(1);
            var live = group.folder(1).resolve("live/database.db");
            var old = Files.readAllBytes(live);
            group.reopen(1);
            fill(group.member(1));
            group.stop(1);
            // as after a loss of power: the live file is not synced at every write
            Files.write(live, old);
            group.reopen(1);
            group.awaitLeader();
            assertThat(TestGroup.names(group.member(1))).hasSize(ROWS + 1);
        }
    }

    private static void fill(ReplicatedDatabase database) {
        IntStream.rangeClosed(1, ROWS)
                .parallel()
                .forEach(id -> database.write(Batch.of(Example.member(id, "node" + id))));
    }

    private static long oldestEntry(Path folder) throws IOException {
        try (var files = Files.walk(folder.resolve("raft"))) {
            return files.map(file -> SEGMENT.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToLong(name -> Long.parseLong(name.group(1)))
                    .min()
                    .orElse(0);
        }
    }

    private static List<Path> snapshots(Path folder) throws IOException {
        try (var files = Files.walk(folder.resolve("raft"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("snapshot."))
                    .toList();
        }
    }
}
