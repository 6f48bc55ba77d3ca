package dev.pileus.database;

import java.util.function.Function;

/// What a cluster (or, for a local file, one member) remembers. Safe for use by many threads.
///
/// A write is a [Batch] of statements that every replica applies identically: whoever writes has
/// decided every id, time and random value before. The usual way to write is [#decide], which reads
/// the newest state, decides, writes, and decides again when somebody else was faster.
///
/// All calls block and throw [DatabaseException]: [NoLeaderException] when no majority of the
/// voters answers in time.
public interface Database extends AutoCloseable {
    /// Asks the nearest copy, which may lag behind the newest write by a moment, but never behind a
    /// write that this member has made itself.
    <T> T read(Query<T> query);

    /// Asks a state that holds every write acknowledged anywhere before this call.
    <T> T readLatest(Query<T> query);

    /// Applies the batch whole or not at all.
    WriteOutcome write(Batch batch);

    /// Calls the listener after writes that touched one of its tables. Calls may be merged, come on
    /// a thread of the database, and must return at once.
    Subscription watch(TableListener listener);

    /// Reads, decides and writes until the decision was not overtaken by another write.
    ///
    /// @throws BrokenConstraintException if the decision breaks a rule of the tables
    /// @throws DatabaseException after [Decisions#ATTEMPTS] overtaken decisions
    default <T> T decide(Function<Reader, Decision<T>> change) {
        return Decisions.make(this, change);
    }

    @Override
    void close();
}
