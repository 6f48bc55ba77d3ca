package dev.pileus.database.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.database.Batch;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.Example;
import dev.pileus.database.Statement;
import dev.pileus.database.WriteOutcome;
import dev.pileus.database.migration.Migration;
import dev.pileus.database.migration.Migrations;
import dev.pileus.database.raft.codec.Entry;
import dev.pileus.database.raft.codec.EntryCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.ratis.server.protocol.TermIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a replica makes of the log, without Ratis.
class ReplicaTest {
    private static final WriteOutcome ONE_ROW = new WriteOutcome.Applied(List.of(1));
    private static final long ALICE = 11;
    private static final long BOB = -22;

    @TempDir Path folder;
    private Replica replica;
    private long index;

    @BeforeEach
    void open() throws IOException {
        replica = open("one");
        replica.apply(schema());
    }

    @AfterEach
    void close() {
        replica.close();
    }

    @Test
    void appliesACallOnceHoweverOftenTheLogHoldsIt() {
        var first = write(ALICE, 1, 1, Example.member(1, "node1"));
        var again = write(ALICE, 1, 1, Example.member(1, "node1"));
        var later = write(ALICE, 1, 1, Example.member(1, "node1"));
        assertThat(replica.apply(List.of(first, again))).containsExactly(ONE_ROW, ONE_ROW);
        assertThat(replica.apply(List.of(later))).containsExactly(ONE_ROW);
        assertThat(names()).containsExactly("node1");
    }

    @Test
    void tellsARepetitionWhatTheFirstOneWasTold() {
        replica.apply(List.of(write(ALICE, 1, 1, Example.member(1, "node1"))));
        var refused = write(ALICE, 2, 1, Example.member(2, "node1"));
        var outcome = replica.apply(List.of(refused)).getFirst();
        assertThat(outcome).isInstanceOf(WriteOutcome.BrokenConstraint.class);
        // by now it would succeed
        replica.apply(List.of(write(BOB, 1, 1, Statement.of("DELETE FROM members"))));
        assertThat(replica.apply(List.of(write(ALICE, 2, 1, Example.member(2, "node1")))))
                .containsExactly(outcome);
        assertThat(names()).isEmpty();
    }

    @Test
    void doesNotApplyACallThatItsProposerHasGivenUp() {
        replica.apply(List.of(write(ALICE, 5, 5, Example.member(5, "node5"))));
        replica.apply(List.of(write(ALICE, 3, 3, Example.member(3, "node3"))));
        assertThat(names()).containsExactly("node5");
    }

    @Test
    void aPauseOfAProposerBetweenTwoCallsMixesNothingUp() {
        replica.apply(
                List.of(
                        write(ALICE, 1, 1, Example.member(1, "node1")),
                        write(BOB, 1, 1, Example.member(2, "node2")),
                        write(ALICE, 3, 2, Example.member(3, "node3")),
                        write(ALICE, 2, 2, Example.member(4, "node4"))));
        assertThat(names()).containsExactly("node1", "node2", "node3", "node4");
    }

    @Test
    void skipsWhatTheFileHoldsAlreadyAfterARestart() throws IOException {
        var entries =
                List.of(
                        write(ALICE, 1, 1, Example.member(1, "node1")),
                        write(ALICE, 2, 2, Statement.of("UPDATE members SET state = state + 1")));
        replica.apply(entries);
        replica.close();
        replica = open("one");
        assertThat(replica.position().getIndex()).isEqualTo(entries.getLast().index());
        replica.apply(entries);
        long state =
                replica.read(r -> r.select("SELECT state FROM members").only().number("state"));
        assertThat(state).isEqualTo(1);
    }

    @Test
    void remembersCallsOverARestart() throws IOException {
        replica.apply(List.of(write(ALICE, 1, 1, Example.member(1, "node1"))));
        replica.close();
        replica = open("one");
        assertThat(replica.apply(List.of(write(ALICE, 1, 1, Example.member(1, "node1")))))
                .containsExactly(ONE_ROW);
    }

    @Test
    void twoReplicasAreAlikeHoweverTheLogIsGrouped() throws IOException {
        try (var other = open("two")) {
            other.apply(schema());
            var random = new Random(7);
            var entries = randomEntries(random);
            entries.forEach(entry -> replica.apply(List.of(entry)));
            for (var at = 0; at < entries.size(); ) {
                var end = Math.min(entries.size(), at + 1 + random.nextInt(40));
                other.apply(entries.subList(at, end));
                at = end;
            }
            assertThat(dump(other)).isEqualTo(dump(replica));
            assertThat(names()).isNotEmpty();
        }
    }

    @Test
    void forgetsProposersThatWereSilentForLong() {
        replica.apply(List.of(write(ALICE, 1, 1, Example.member(1, "node1"))));
        index += 200_000;
        replica.apply(List.of(write(BOB, 1, 1, Example.member(2, "node2"))));
        assertThat(
                        replica.read(r -> r.select("SELECT id FROM pileus_proposers"))
                                .only()
                                .number("id"))
                .isEqualTo(BOB);
    }

    @Test
    void stepsBackChangeNothingAndUnknownStepsHalt() {
        var old = new Migration(2, "old", "DROP TABLE members");
        var early = new Migration(9, "early", "DROP TABLE members");
        assertThat(apply(old)).isEqualTo(new WriteOutcome.Applied(List.of()));
        assertThatThrownBy(() -> apply(early))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(
                        "moved its database to version 9, this program knows versions up to 2: install the newer Pileus");
        assertThat(replica.schemaVersion()).isEqualTo(2);
        assertThat(names()).isEmpty();
    }

    @Test
    void aBrokenMigrationIsUndoneWholeAndTold() throws IOException {
        var broken =
                new Migration(
                        3,
                        "broken",
                        "CREATE TABLE more (id INTEGER); CREATE TABLE members (id INTEGER)");
        var schema =
                Migrations.of(
                        Stream.concat(Example.SCHEMA.steps().stream(), Stream.of(broken)).toList());
        try (var other =
                Replica.open(
                        Files.createDirectories(folder.resolve("three")),
                        schema,
                        new ChangeFeed())) {
            other.apply(schema());
            assertThat(other.apply(List.of(committed(new Entry.Migrate(broken)))).getFirst())
                    .isInstanceOfSatisfying(
                            WriteOutcome.Unusable.class,
                            outcome ->
                                    assertThat(outcome.message())
                                            .contains("members already exists"));
            assertThat(other.schemaVersion()).isEqualTo(2);
            assertThat(other.position().getIndex()).isEqualTo(index);
            var create = write(ALICE, 1, 1, Statement.of("CREATE TABLE more (id TEXT)"));
            assertThat(other.apply(List.of(create)).getFirst())
                    .isInstanceOf(WriteOutcome.Applied.class);
        }
    }

    @Test
    void refusesAnEntryOfANewerProgram() {
        assertThatThrownBy(() ->
                        replica.apply(
                                List.of(
                                        new Committed(
                                                TermIndex.valueOf(1, ++index), new byte[] {77}))))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("written by a newer Pileus");
    }

    private WriteOutcome apply(Migration step) {
        return replica.apply(List.of(committed(new Entry.Migrate(step)))).getFirst();
    }

    private List<Committed> schema() {
        index = -1;
        return Example.SCHEMA.steps().stream()
                .map(step -> committed(new Entry.Migrate(step)))
                .toList();
    }

    private Committed write(long proposer, long call, long floor, Statement statement) {
        return committed(new Entry.Write(proposer, call, floor, Batch.of(statement)));
    }

    private Committed committed(Entry entry) {
        return new Committed(TermIndex.valueOf(1, ++index), EntryCodec.encode(entry));
    }

    /// Calls of several proposers, many of them repeated, some refused.
    private List<Committed> randomEntries(Random random) {
        var writes = new ArrayList<Entry>();
        for (var i = 0; i < 600; i++) {
            var proposer = 1 + random.nextInt(4);
            var call = 1 + i / 4;
            var write =
                    new Entry.Write(
                            proposer,
                            call,
                            Math.max(1, call - 5),
                            Batch.of(Example.member(random.nextInt(400), "node" + i)));
            writes.addAll(Collections.nCopies(1 + random.nextInt(2), write));
            if (random.nextInt(20) == 0) {
                writes.add(new Entry.Barrier());
            }
        }
        var entries = new ArrayList<Committed>();
        for (var entry : writes) {
            index += random.nextInt(3) == 0 ? 500 : 0;
            entries.add(committed(entry));
        }
        return entries;
    }

    private Replica open(String name) throws IOException {
        return Replica.open(
                Files.createDirectories(folder.resolve(name)), Example.SCHEMA, new ChangeFeed());
    }

    private List<String> names() {
        return replica.read(reader ->
                reader.select("SELECT name FROM members ORDER BY id")
                        .list(row -> row.text("name")));
    }

    private static List<String> dump(Replica replica) {
        return replica.read(reader -> {
            var rows = new ArrayList<String>();
            reader.select("SELECT id, name FROM members ORDER BY id")
                    .forEach(row -> rows.add(row.number("id") + row.text("name")));
            reader.select(
                            "SELECT id, floor, log_index, hex(answers) AS answers FROM pileus_proposers ORDER BY id")
                    .forEach(row ->
                            rows.add(
                                    row.number("id")
                                            + " "
                                            + row.number("floor")
                                            + " "
                                            + row.number("log_index")
                                            + " "
                                            + row.text("answers")));
            return rows;
        });
    }
}
