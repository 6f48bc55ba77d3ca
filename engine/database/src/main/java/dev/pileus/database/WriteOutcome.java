package dev.pileus.database;

import java.util.List;

/// What became of a batch; the same on every replica.
public sealed interface WriteOutcome {
    /// It is part of the database, on a majority of the voters' disks.
    ///
    /// @param rows how many rows each statement touched
    record Applied(List<Integer> rows) implements WriteOutcome {
        public Applied {
            rows = List.copyOf(rows);
        }
    }

    /// A statement touched another number of rows than its author had expected: the decision was
    /// made on a state that is gone. Nothing was changed.
    record Overtaken(int statement, int expected, int touched) implements WriteOutcome {}

    /// A statement broke a rule of the tables. Nothing was changed.
    ///
    /// @param message SQLite's, such as `UNIQUE constraint failed: nodes.name`
    record BrokenConstraint(int statement, Kind kind, String message) implements WriteOutcome {}

    /// A statement that SQLite cannot run at all (unknown table, wrong syntax). Nothing was
    /// changed.
    record Unusable(int statement, String message) implements WriteOutcome {}

    /// The rules of tables.
    enum Kind {
        UNIQUE,
        FOREIGN_KEY,
        NOT_NULL,
        CHECK,
        OTHER
    }
}
