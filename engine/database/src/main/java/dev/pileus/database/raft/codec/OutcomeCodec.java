package dev.pileus.database.raft.codec;

import dev.pileus.database.DatabaseException;
import dev.pileus.database.WriteOutcome;
import java.util.ArrayList;

/// Outcomes of writes as bytes.
public final class OutcomeCodec {
    private static final int APPLIED = 0;
    private static final int OVERTAKEN = 1;
    private static final int CONSTRAINT = 2;
    private static final int UNUSABLE = 3;

    private OutcomeCodec() {}

    public static void encode(ByteWriter out, WriteOutcome outcome) {
        switch (outcome) {
            case WriteOutcome.Applied(var rows) -> {
                out.octet(APPLIED).number(rows.size());
                rows.forEach(out::number);
            }
            case WriteOutcome.Overtaken(var statement, var expected, var touched) ->
                    out.octet(OVERTAKEN).number(statement).number(expected).number(touched);
            case WriteOutcome.BrokenConstraint(var statement, var kind, var message) ->
                    out.octet(CONSTRAINT).number(statement).text(kind.name()).text(message);
            case WriteOutcome.Unusable(var statement, var message) ->
                    out.octet(UNUSABLE).number(statement).text(message);
        }
    }

    public static WriteOutcome decode(ByteReader in) {
        var type = in.octet();
        return switch (type) {
            case APPLIED -> {
                var size = in.count();
                var rows = new ArrayList<Integer>(size);
                for (var i = 0; i < size; i++) {
                    rows.add(in.small());
                }
                yield new WriteOutcome.Applied(rows);
            }
            case OVERTAKEN -> new WriteOutcome.Overtaken(in.small(), in.small(), in.small());
            case CONSTRAINT ->
                    new WriteOutcome.BrokenConstraint(
                            in.small(), in.constant(WriteOutcome.Kind.class), in.text());
            case UNUSABLE -> new WriteOutcome.Unusable(in.small(), in.text());
            default -> throw new DatabaseException("there is no outcome of type " + type);
        };
    }
}
