package dev.pileus.database;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One row of an answer. Asking for a column that is not there, holds another type, or is NULL
/// where a value is demanded, is a broken invariant: [DatabaseException].
public final class Row {
    private final List<String> columns;
    private final List<@Nullable Object> values;

    Row(List<String> columns, List<@Nullable Object> values) {
        this.columns = columns;
        this.values = values;
    }

    public String text(String column) {
        return optionalText(column).orElseThrow(() -> missing(column));
    }

    public Optional<String> optionalText(String column) {
        return Optional.ofNullable(value(column, String.class));
    }

    public long number(String column) {
        return optionalNumber(column).orElseThrow(() -> missing(column));
    }

    public OptionalLong optionalNumber(String column) {
        var value = value(column, Long.class);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    public boolean flag(String column) {
        return number(column) != 0;
    }

    public byte[] bytes(String column) {
        var value = value(column, byte[].class);
        if (value == null) {
            throw missing(column);
        }
        return value.clone();
    }

    private <T> @Nullable T value(String column, Class<T> type) {
        var index = columns.indexOf(column);
        if (index < 0) {
            throw new DatabaseException("no column " + column + " in " + columns);
        }
        var value = values.get(index);
        if (value != null && !type.isInstance(value)) {
            throw new DatabaseException(
                    "column %s holds a %s, not a %s"
                            .formatted(
                                    column,
                                    value.getClass().getSimpleName(),
                                    type.getSimpleName()));
        }
        return type.cast(value);
    }

    private static DatabaseException missing(String column) {
        return new DatabaseException("column " + column + " is NULL");
    }
}
