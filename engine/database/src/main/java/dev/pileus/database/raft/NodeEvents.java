package dev.pileus.database.raft;

import dev.pileus.database.DatabaseException;

/// What happens to a member's part in the group. Called on threads of Ratis: must return at once.
interface NodeEvents {
    /// Another leader, or this member as a leader that is ready.
    void leaderChanged();

    /// A change of the group's membership is applied, perhaps an old one that is repeated.
    void configurationApplied(long index);

    /// This member can apply nothing any more.
    void halted(DatabaseException cause);
}
