package dev.pileus.database.raft.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.database.Batch;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.Rows;
import dev.pileus.database.WriteOutcome;
import dev.pileus.database.migration.Migration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodecTest {
    private static final byte[] WRITE =
            EntryCodec.encode(
                    new Entry.Write(
                            -7,
                            3,
                            2,
                            Batch.builder()
                                    .run("INSERT INTO t VALUES (?,?,?)", "雲", null, 1.5)
                                    .one("DELETE FROM t WHERE n = ?", Long.MIN_VALUE)
                                    .build()));

    @Test
    void entriesComeBackAsTheyWere() {
        assertThat(EntryCodec.decode(WRITE))
                .isInstanceOfSatisfying(
                        Entry.Write.class,
                        write -> {
                            assertThat(write.proposer()).isEqualTo(-7);
                            assertThat(write.call()).isEqualTo(3);
                            assertThat(write.floor()).isEqualTo(2);
                            var first = write.batch().statements().getFirst();
                            assertThat(first.arguments()).containsExactly("雲", null, 1.5);
                            assertThat(first.expectedRows()).isEmpty();
                            var second = write.batch().statements().getLast();
                            assertThat(second.arguments()).containsExactly(Long.MIN_VALUE);
                            assertThat(second.expectedRows()).hasValue(1);
                        });
        var migrate = new Entry.Migrate(new Migration(4, "more", "CREATE TABLE x (y)"));
        assertThat(EntryCodec.decode(EntryCodec.encode(migrate))).isEqualTo(migrate);
        assertThat(EntryCodec.decode(EntryCodec.encode(new Entry.Barrier())))
                .isEqualTo(new Entry.Barrier());
    }

    @Test
    void bytesComeBackAsTheyWere() {
        var out = new ByteWriter();
        out.value(new byte[] {0, -1, 5}).value(Long.MAX_VALUE).value(-0.0);
        var in = new ByteReader(out.toBytes());
        assertThat((byte[]) in.value()).containsExactly(0, -1, 5);
        assertThat(in.value()).isEqualTo(Long.MAX_VALUE);
        assertThat(in.value()).isEqualTo(-0.0);
    }

    @Test
    void outcomesComeBackAsTheyWere() {
        List.of(
                        new WriteOutcome.Applied(List.of(1, 0, 70_000)),
                        new WriteOutcome.Overtaken(2, 1, 0),
                        new WriteOutcome.BrokenConstraint(0, WriteOutcome.Kind.CHECK, "CHECK x"),
                        new WriteOutcome.Unusable(5, "no such table: x"))
                .forEach(outcome -> {
                    var out = new ByteWriter();
                    OutcomeCodec.encode(out, outcome);
                    assertThat(OutcomeCodec.decode(new ByteReader(out.toBytes())))
                            .isEqualTo(outcome);
                });
    }

    @Test
    void answersComeBackAsTheyWere() {
        var rows = new Rows(List.of("a", "b"), List.of(Arrays.asList("x", null), List.of(1L, 2.0)));
        var out = new ByteWriter();
        RowsCodec.encode(out, rows);
        assertThat(RowsCodec.decode(new ByteReader(out.toBytes()))).isEqualTo(rows);
    }

    @Test
    void garbageIsRefusedAndTakesNoMemory() {
        assertThatThrownBy(() -> EntryCodec.decode(new byte[] {99}))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("newer Pileus");
        for (var length = 0; length < WRITE.length; length++) {
            var cut = Arrays.copyOf(WRITE, length);
            assertThatThrownBy(() -> EntryCodec.decode(cut)).isInstanceOf(DatabaseException.class);
        }
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++) {
            var mangled = WRITE.clone();
            mangled[random.nextInt(mangled.length)] = (byte) random.nextInt();
            decodeOrRefuse(mangled);
        }
    }

    private static void decodeOrRefuse(byte[] bytes) {
        try {
            EntryCodec.decode(bytes);
        } catch (DatabaseException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }
}
