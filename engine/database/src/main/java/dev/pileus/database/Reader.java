package dev.pileus.database;

import org.jspecify.annotations.Nullable;

/// Asks one database; valid only while its [Query] runs.
@FunctionalInterface
public interface Reader {
    /// Reads all rows of the answer.
    ///
    /// @param arguments for the question marks: null, String, Long, Integer, Double, Boolean (as 0
    ///   or 1), byte[]
    Rows select(String sql, @Nullable Object... arguments);
}
