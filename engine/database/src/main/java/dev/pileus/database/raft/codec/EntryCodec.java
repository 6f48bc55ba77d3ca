package dev.pileus.database.raft.codec;

import dev.pileus.database.Batch;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.Statement;
import dev.pileus.database.migration.Migration;
import java.util.ArrayList;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Log entries as bytes.
public final class EntryCodec {
    private static final int WRITE = 1;
    private static final int BARRIER = 2;
    private static final int MIGRATE = 3;

    private EntryCodec() {}

    public static byte[] encode(Entry entry) {
        var out = new ByteWriter();
        switch (entry) {
            case Entry.Write write -> {
                out.octet(WRITE).eight(write.proposer()).number(write.call()).number(write.floor());
                encode(out, write.batch());
            }
            case Entry.Barrier barrier -> out.octet(BARRIER);
            case Entry.Migrate(var step) ->
                    out.octet(MIGRATE).number(step.version()).text(step.name()).text(step.sql());
        }
        return out.toBytes();
    }

    /// Reads an entry.
    ///
    /// @throws DatabaseException if no version of this program has written it
    public static Entry decode(byte[] bytes) {
        var in = new ByteReader(bytes);
        var type = in.octet();
        return switch (type) {
            case WRITE -> new Entry.Write(in.eight(), in.number(), in.number(), batch(in));
            case BARRIER -> new Entry.Barrier();
            case MIGRATE -> new Entry.Migrate(new Migration(in.small(), in.text(), in.text()));
            default ->
                    throw new DatabaseException(
                            "the log holds an entry of type %d: it was written by a newer Pileus"
                                    .formatted(type));
        };
    }

    private static void encode(ByteWriter out, Batch batch) {
        out.number(batch.statements().size());
        for (var statement : batch.statements()) {
            out.text(statement.sql());
            out.number(statement.expectedRows().orElse(-1));
            Values.encode(out, statement.arguments());
        }
    }

    private static Batch batch(ByteReader in) {
        var size = in.count();
        var statements = new ArrayList<Statement>(size);
        for (var i = 0; i < size; i++) {
            var sql = in.text();
            var expected = in.small();
            var arguments = new ArrayList<@Nullable Object>(Values.decode(in));
            statements.add(
                    new Statement(
                            sql,
                            arguments,
                            expected < 0 ? OptionalInt.empty() : OptionalInt.of(expected)));
        }
        return new Batch(statements);
    }
}
