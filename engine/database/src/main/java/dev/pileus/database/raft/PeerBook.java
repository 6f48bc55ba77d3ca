package dev.pileus.database.raft;

import java.util.Set;

/// Whom there is to talk to, as far as this member knows; it may be out of date.
public interface PeerBook {
    /// The ids of all members of the cluster.
    Set<Long> members();

    /// The ids of those with a replica. A member without one asks them.
    Set<Long> databaseMembers();
}
