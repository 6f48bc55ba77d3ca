package dev.pileus.database.raft;

/// What a member is to the replicated database.
public enum RaftRole {
    /// Has a replica and a vote.
    VOTER,
    /// Has a replica without a vote, ready to become a voter.
    STANDBY,
    /// Has no replica: asks members that have one.
    SPARE
}
