package dev.pileus.database;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An answer, read completely.
///
/// @param columns their names, in order, also of an empty answer
/// @param values one list for each row: null, String, Long, Double or byte[]
public record Rows(List<String> columns, List<List<@Nullable Object>> values)
        implements Iterable<Row> {
    public Rows {
        columns = List.copyOf(columns);
        var copies = new ArrayList<List<@Nullable Object>>(values.size());
        for (var row : values) {
            // List.copyOf refuses the NULLs that rows may hold
            copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        values = Collections.unmodifiableList(copies);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public int size() {
        return values.size();
    }

    public Stream<Row> stream() {
        return values.stream().map(row -> new Row(columns, row));
    }

    public <T> List<T> list(Function<Row, T> mapper) {
        return stream().map(mapper).toList();
    }

    /// The first row, where there is one.
    public Optional<Row> first() {
        return stream().findFirst();
    }

    /// The single row of a question that always has exactly one, such as `SELECT count(*)`.
    public Row only() {
        if (values.size() != 1) {
            throw new DatabaseException("expected one row, got " + values.size());
        }
        return new Row(columns, values.getFirst());
    }

    @Override
    public Iterator<Row> iterator() {
        return stream().iterator();
    }
}
