package dev.pileus.database.raft.codec;

import dev.pileus.database.Rows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers of the database as bytes.
public final class RowsCodec {
    private RowsCodec() {}

    public static void encode(ByteWriter out, Rows rows) {
        out.number(rows.columns().size());
        rows.columns().forEach(out::text);
        out.number(rows.size());
        rows.values().forEach(row -> Values.encode(out, row));
    }

    public static Rows decode(ByteReader in) {
        var width = in.count();
        var columns = new ArrayList<String>(width);
        for (var i = 0; i < width; i++) {
            columns.add(in.text());
        }
        var size = in.count();
        var values = new ArrayList<List<@Nullable Object>>(size);
        for (var i = 0; i < size; i++) {
            values.add(Values.decode(in));
        }
        return new Rows(columns, values);
    }
}
