package dev.pileus.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.database.migration.Migration;
import dev.pileus.database.migration.Migrations;
import dev.pileus.database.sqlite.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseTest {
    @TempDir Path folder;
    private LocalDatabase database;

    @BeforeEach
    void open() {
        database = LocalDatabase.open(folder.resolve("local.db"), Example.SCHEMA);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsWhatWasWritten() {
        database.write(Batch.of(Example.member(1, "node1"), Example.member(2, "node2")));
        database.close();
        open();
        assertThat(names()).containsExactly("node1", "node2");
    }

    @Test
    void holdsEveryTypeOfValue() {
        database.write(
                Batch.builder()
                        .run("CREATE TABLE things (t TEXT, n INTEGER, d REAL, b BLOB, e TEXT)")
                        .run(
                                "INSERT INTO things VALUES (?,?,?,?,?)",
                                "雲",
                                true,
                                0.5,
                                new byte[] {7},
                                null)
                        .build());
        var row = database.read(r -> r.select("SELECT * FROM things")).only();
        assertThat(row.text("t")).isEqualTo("雲");
        assertThat(row.flag("n")).isTrue();
        assertThat(row.bytes("b")).containsExactly(7);
        assertThat(row.optionalText("e")).isEmpty();
        assertThatThrownBy(() -> row.text("e")).hasMessage("column e is NULL");
        assertThatThrownBy(() -> row.number("t")).hasMessageContaining("holds a String");
        assertThatThrownBy(() -> row.text("nope")).hasMessageContaining("no column nope");
    }

    @Test
    void undoesTheWholeBatchWhenARowCountDiffers() {
        var outcome =
                database.write(
                        Batch.builder()
                                .add(Example.member(1, "node1"))
                                .one("UPDATE members SET state = 2 WHERE name = 'nobody'")
                                .build());
        assertThat(outcome).isEqualTo(new WriteOutcome.Overtaken(1, 1, 0));
        assertThat(names()).isEmpty();
    }

    @Test
    void tellsWhichRuleABatchBreaks() {
        database.write(Batch.of(Example.member(1, "node1")));
        assertThat(database.write(Batch.of(Example.member(2, "node1"))))
                .isEqualTo(
                        new WriteOutcome.BrokenConstraint(
                                0,
                                WriteOutcome.Kind.UNIQUE,
                                "UNIQUE constraint failed: members.name"));
        assertThat(kind("INSERT INTO roles VALUES (9, 'event-hub')"))
                .isEqualTo(WriteOutcome.Kind.FOREIGN_KEY);
        assertThat(kind("INSERT INTO members (id) VALUES (5)"))
                .isEqualTo(WriteOutcome.Kind.NOT_NULL);
        assertThat(kind("UPDATE members SET state = -1")).isEqualTo(WriteOutcome.Kind.CHECK);
        assertThat(names()).containsExactly("node1");
    }

    @Test
    void refusesWhatSqliteCannotRunAndGoesOn() {
        assertThat(database.write(Batch.of(Statement.of("DELETE FROM nowhere"))))
                .isEqualTo(new WriteOutcome.Unusable(0, "no such table: nowhere"));
        assertThat(database.write(Batch.of(Statement.of("SELECT 1"))))
                .isInstanceOf(WriteOutcome.Unusable.class);
        assertThatThrownBy(() -> database.read(r -> r.select("SELEC 1")))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("syntax error");
        database.write(Batch.of(Example.member(1, "node1")));
        assertThat(names()).containsExactly("node1");
    }

    @Test
    void decidesAgainWhenAnotherWriteWasFaster() throws Exception {
        database.write(Batch.of(Example.member(1, "node1")));
        var together = new CountDownLatch(4);
        Callable<Void> increments =
                () -> {
                    together.countDown();
                    together.await();
                    for (var n = 0; n < 5; n++) {
                        increment();
                    }
                    return null;
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(Collections.nCopies(4, increments))) {
                done.get();
            }
        }
        long state =
                database.read(r -> r.select("SELECT state FROM members").only().number("state"));
        assertThat(state).isEqualTo(20);
    }

    @Test
    void givesUpADecisionThatBreaksARule() {
        database.write(Batch.of(Example.member(1, "node1")));
        assertThatThrownBy(() ->
                        database.decide(
                                reader -> new Decision<>(Batch.of(Example.member(2, "node1")), "")))
                .isInstanceOf(BrokenConstraintException.class)
                .hasMessage("UNIQUE constraint failed: members.name");
    }

    @Test
    void tellsListenersOfTheirTablesOnly() {
        var members = new AtomicInteger();
        var roles = new AtomicInteger();
        var subscription =
                database.watch(TableListener.of(Set.of("members"), members::incrementAndGet));
        database.watch(TableListener.of(Set.of("roles"), roles::incrementAndGet));
        database.write(Batch.of(Example.member(1, "node1")));
        subscription.close();
        database.write(Batch.of(Example.member(2, "node2")));
        assertThat(members).hasValue(1);
        assertThat(roles).hasValue(0);
    }

    @Test
    void aCopyIsCompleteAndItsOwn() {
        database.write(Batch.of(Example.member(7, "node7")));
        try (var file = SqliteFile.open(folder.resolve("local.db"))) {
            file.backup(folder.resolve("copy.db"));
        }
        database.write(Batch.of(Example.member(8, "node8")));
        try (var copy = LocalDatabase.open(folder.resolve("copy.db"), Example.SCHEMA)) {
            assertThat(copy.read(r -> r.select("SELECT id FROM members")).only().number("id"))
                    .isEqualTo(7);
        }
    }

    @Test
    void migratesOnlyWhatIsMissing() {
        var longer =
                Migrations.of(
                        List.of(
                                Example.SCHEMA.steps().get(0),
                                Example.SCHEMA.steps().get(1),
                                new Migration(3, "more", "CREATE TABLE more (id INTEGER)")));
        database.write(Batch.of(Example.member(1, "node1")));
        database.close();
        database = LocalDatabase.open(folder.resolve("local.db"), longer);
        assertThat(
                        database.read(r -> r.select("SELECT count(*) AS n FROM more"))
                                .only()
                                .number("n"))
                .isZero();
        assertThat(names()).containsExactly("node1");
    }

    @Test
    void refusesAFileFromANewerProgramAndLeavesIt() throws IOException {
        database.write(Batch.of(Statement.of("PRAGMA user_version = 9")));
        database.close();
        var before = Files.readAllBytes(folder.resolve("local.db"));
        assertThatThrownBy(this::open)
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("has version 9")
                .hasMessageContaining("newer Pileus");
        assertThat(Files.readAllBytes(folder.resolve("local.db"))).isEqualTo(before);
    }

    @Test
    void refusesADamagedFileAndLeavesIt() throws IOException {
        var damaged = folder.resolve("damaged.db");
        Files.writeString(
                damaged,
                "this is no database, but longer than a header of one hundred bytes".repeat(9));
        var before = Files.readAllBytes(damaged);
        assertThatThrownBy(() -> LocalDatabase.open(damaged, Example.SCHEMA))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("not a database");
        assertThat(Files.readAllBytes(damaged)).isEqualTo(before);
    }

    private void increment() {
        database.decide(reader -> {
            var state = reader.select("SELECT state FROM members").only().number("state");
            return new Decision<>(
                    Batch.builder()
                            .one("UPDATE members SET state = ? WHERE state = ?", state + 1, state)
                            .build(),
                    "");
        });
    }

    private WriteOutcome.Kind kind(String sql) {
        return ((WriteOutcome.BrokenConstraint) database.write(Batch.of(Statement.of(sql)))).kind();
    }

    private List<String> names() {
        return database.read(reader ->
                reader.select("SELECT name FROM members ORDER BY id")
                        .list(row -> row.text("name")));
    }
}
