package dev.pileus.model.history;

import dev.pileus.api.MemberStatus;
import dev.pileus.model.operations.Work;
import dev.pileus.model.store.Trouble;

/// What kind of thing happened.
public sealed interface Occurrence {
    /// A server said so.
    ///
    /// @param action e.g. `instance-migrated`; the list is open
    record Told(String action) implements Occurrence {}

    /// A member's status became another.
    ///
    /// @param message the server's words about it, e.g. since when it is silent
    record StatusChanged(MemberStatus before, MemberStatus after, String message)
            implements Occurrence {}

    /// Another member leads the database now.
    ///
    /// @param before name of the old leader, empty when unknown
    record LeaderMoved(String before) implements Occurrence {}

    /// An operation ended badly.
    ///
    /// @param error the server's own words
    record OperationFailed(Work work, String error) implements Occurrence {}

    /// The console cannot read the cluster any more.
    record ConnectionLost(Trouble trouble) implements Occurrence {}

    /// The console can read the cluster again.
    record ConnectionBack() implements Occurrence {}
}
