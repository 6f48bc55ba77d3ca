package dev.pileus.database.raft.codec;

import dev.pileus.database.Batch;
import dev.pileus.database.migration.Migration;

/// What the log holds.
public sealed interface Entry {
    /// A batch to apply, once.
    ///
    /// @param proposer who wants it: a random number for each running database
    /// @param call counted by the proposer; a repetition has the same
    /// @param floor every lower call of this proposer is settled: answered, or given up
    record Write(long proposer, long call, long floor, Batch batch) implements Entry {}

    /// Changes nothing: once it is applied, everything acknowledged before it is.
    record Barrier() implements Entry {}

    /// Brings the schema one version further; nothing where it is there already.
    record Migrate(Migration step) implements Entry {}
}
