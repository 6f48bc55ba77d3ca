package dev.pileus.database.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.database.Batch;
import dev.pileus.database.Example;
import dev.pileus.database.Statement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The schema moves when the programs of all members know how, and then everywhere.
class MigrationIT {
    @TempDir Path folder;

    @Test
    void theSchemaMovesWithTheLastMemberThatIsUpdated() throws Exception {
        try (var group = TestGroup.voters(folder, 3)) {
            var spare = group.join(4);
            assertThat(spare.schemaVersion()).isEqualTo(2);
            group.useSchema(FolderIT.longer());
            for (var member : List.of(1L, 2L, 3L)) {
                group.stop(member);
                group.reopen(member);
                assertThat(group.awaitLeader().migrate()).isEqualTo(2);
            }
            group.stop(4);
            group.awaitLeader().write(Batch.of(Example.member(1, "node1")));
            group.reopen(4);
            assertThat(group.member(4).migrate()).isEqualTo(3);
            group.member(4).write(Batch.of(Statement.of("INSERT INTO more VALUES (7)")));
            for (var member : List.of(1L, 2L, 3L, 4L)) {
                await().untilAsserted(() ->
                        assertThat(
                                        group.member(member)
                                                .read(reader ->
                                                        reader.select("SELECT id FROM more"))
                                                .only()
                                                .number("id"))
                                .isEqualTo(7));
            }
        }
    }
}
