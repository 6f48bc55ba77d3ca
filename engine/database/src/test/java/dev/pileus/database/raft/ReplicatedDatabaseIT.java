package dev.pileus.database.raft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.database.Batch;
import dev.pileus.database.Example;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicatedDatabaseIT {
    @TempDir Path folder;

    @Test
    void oneMemberFormsWritesAndReopens() throws Exception {
        try (var group = TestGroup.voters(folder, 1)) {
            group.member(1).write(Batch.of(Example.member(1, "node1")));
            assertThat(TestGroup.names(group.member(1))).containsExactly("node1");
            group.stop(1);
            group.reopen(1);
            assertThat(TestGroup.names(group.member(1))).containsExactly("node1");
            group.member(1).write(Batch.of(Example.member(2, "node2")));
            assertThat(TestGroup.names(group.member(1))).containsExactly("node1", "node2");
        }
    }

    @Test
    void aFollowerWritesAndReadsItsOwnWrite() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            var follower = group.member(group.followerId());
            follower.write(Batch.of(Example.member(1, "node1")));
            assertThat(TestGroup.names(follower)).containsExactly("node1");
            for (var member : List.of(1L, 2L, 3L)) {
                List<String> names =
                        group.member(member)
                                .readLatest(reader ->
                                        reader.select("SELECT name FROM members")
                                                .list(row -> row.text("name")));
                assertThat(names).containsExactly("node1");
            }
        }
    }
}
