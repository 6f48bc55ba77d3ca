package dev.pileus.database;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// One change, deterministic: it means the same on every replica, whenever it runs there.
///
/// @param arguments null, String, Long, Double or byte[]; other numbers and booleans are converted
/// @param expectedRows how many rows it must touch; another count undoes the whole batch
public record Statement(String sql, List<@Nullable Object> arguments, OptionalInt expectedRows) {
    public Statement {
        var copy = new ArrayList<@Nullable Object>(arguments.size());
        for (var argument : arguments) {
            copy.add(stored(argument));
        }
        arguments = Collections.unmodifiableList(copy);
    }

    /// Whatever number of rows it touches.
    public static Statement of(String sql, @Nullable Object... arguments) {
        return new Statement(
                sql, Collections.unmodifiableList(list(arguments)), OptionalInt.empty());
    }

    /// The same statement, which must touch exactly so many rows.
    public Statement expecting(int rows) {
        return new Statement(sql, arguments, OptionalInt.of(rows));
    }

    private static List<@Nullable Object> list(@Nullable Object[] arguments) {
        var list = new ArrayList<@Nullable Object>(arguments.length);
        Collections.addAll(list, arguments);
        return list;
    }

    /// As SQLite stores it.
    public static @Nullable Object stored(@Nullable Object argument) {
        return switch (argument) {
            case null -> null;
            case String text -> text;
            case Long number -> number;
            case Integer number -> number.longValue();
            case Boolean flag -> flag ? 1L : 0L;
            case Double number -> number;
            case byte[] bytes -> bytes.clone();
            default ->
                    throw new IllegalArgumentException(
                            "a database holds no " + argument.getClass().getName());
        };
    }
}
