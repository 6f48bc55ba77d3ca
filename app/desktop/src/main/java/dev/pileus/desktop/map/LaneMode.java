package dev.pileus.desktop.map;

/// What the lanes of the map stand for.
public enum LaneMode {
    FAILURE_DOMAINS,
    GROUPS,
    /// Database members only, the leader in the middle.
    RAFT
}
