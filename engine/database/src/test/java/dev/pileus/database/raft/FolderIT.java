package dev.pileus.database.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.database.Batch;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.Example;
import dev.pileus.database.migration.Migration;
import dev.pileus.database.migration.Migrations;
import dev.pileus.database.sqlite.SqliteFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders that cannot be used are refused with the reason, and left as they are.
class FolderIT {
    @TempDir Path folder;
    private TestGroup group;

    @BeforeEach
    void formAndStop() throws IOException {
        group = TestGroup.voters(folder, 1);
        group.member(1).write(Batch.of(Example.member(1, "node1")));
        group.stop(1);
    }

    @AfterEach
    void close() throws IOException {
        group.close();
    }

    @Test
    void refusesToFormOrJoinOverADatabase() throws IOException {
        var before = content();
        assertThatThrownBy(() -> group.form(1))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("holds something already");
        assertThatThrownBy(
                        () -> ReplicatedDatabase.join(group.settings(1), new java.util.UUID(1, 2)))
                .hasMessageContaining("holds something already");
        assertThat(content()).isEqualTo(before);
        assertThat(TestGroup.names(group.reopen(1))).containsExactly("node1");
    }

    @Test
    void refusesToOpenNothing() {
        assertThat(ReplicatedDatabase.isIn(group.folder(1))).isTrue();
        assertThat(ReplicatedDatabase.isIn(group.folder(2))).isFalse();
        assertThatThrownBy(() -> group.reopen(2)).hasMessageContaining("there is no database in");
    }

    @Test
    void refusesAnotherMembersDatabase() throws IOException {
        Files.move(group.folder(1), group.folder(2));
        assertThatThrownBy(() -> group.reopen(2))
                .hasMessageContaining("is the database of member 1, not of member 2");
    }

    @Test
    void refusesADamagedLiveFile() throws IOException {
        var live = group.folder(1).resolve("live/database.db");
        var bytes = Files.readAllBytes(live);
        for (var i = 4096; i < bytes.length; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(live, bytes);
        assertRefused("live/database.db is damaged and is left as it is");
    }

    @Test
    void refusesALiveFileThatIsNone() throws IOException {
        Files.writeString(group.folder(1).resolve("live/database.db"), "no database".repeat(99));
        assertRefused("not a database");
    }

    @Test
    void refusesALiveFileOfSomebodyElse() throws IOException {
        var live = group.folder(1).resolve("live/database.db");
        Files.delete(live);
        try (var foreign = SqliteFile.open(live)) {
            foreign.script("CREATE TABLE music (title TEXT)", Batch.empty());
        }
        assertRefused("is no replica of a cluster and is left as it is");
    }

    @Test
    void refusesADamagedLog() throws IOException {
        try (var files = Files.walk(group.folder(1).resolve("raft"))) {
            for (var file :
                    files.filter(path -> path.getFileName().toString().startsWith("log_"))
                            .toList()) {
                var bytes = Files.readAllBytes(file);
                for (var i = 8; i < 200; i++) {
                    bytes[i] ^= 0x55;
                }
                Files.write(file, bytes);
            }
        }
        assertRefused("cannot take part in the cluster's database in " + group.folder(1));
    }

    @Test
    void refusesADamagedIdentity() throws IOException {
        Files.writeString(group.folder(1).resolve("identity"), "format 1\nmember x\n");
        assertRefused("identity is damaged and is left as it is");
    }

    @Test
    void refusesAFolderOfANewerProgram() throws IOException {
        var identity = group.folder(1).resolve("identity");
        Files.writeString(identity, Files.readString(identity).replace("format 1", "format 2"));
        assertRefused("has format 2, this program knows format 1");
    }

    @Test
    void refusesASchemaOfANewerProgram() throws IOException {
        group.useSchema(longer());
        group.reopen(1).migrate();
        group.stop(1);
        group.useSchema(Example.SCHEMA);
        assertRefused("has version 3, this program knows versions up to 2");
    }

    @Test
    void clearsWhatAnInterruptedBeginningHasLeft() throws IOException {
        var half = group.folder(3);
        Files.createDirectories(half.resolve("live"));
        Files.writeString(half.resolve("unfinished"), "");
        Files.writeString(half.resolve("live/database.db"), "half");
        assertThat(ReplicatedDatabase.isIn(half)).isFalse();
        group.form(3).write(Batch.of(Example.member(3, "node3")));
        assertThat(TestGroup.names(group.member(3))).containsExactly("node3");
        assertThat(ReplicatedDatabase.isIn(half)).isTrue();
    }

    static Migrations longer() {
        return Migrations.of(
                List.of(
                        Example.SCHEMA.steps().get(0),
                        Example.SCHEMA.steps().get(1),
                        new Migration(3, "more", "CREATE TABLE more (id INTEGER PRIMARY KEY)")));
    }

    private void assertRefused(String reason) throws IOException {
        var before = content();
        assertThatThrownBy(() -> group.reopen(1))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(reason);
        assertThat(content()).isEqualTo(before);
    }

    private Map<String, String> content() throws IOException {
        var content = new TreeMap<String, String>();
        try (var files = Files.walk(group.folder(1))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                content.put(
                        file.toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return content;
    }
}
