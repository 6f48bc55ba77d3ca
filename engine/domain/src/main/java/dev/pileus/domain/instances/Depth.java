package dev.pileus.domain.instances;

/// How much of instances somebody wants to see.
public enum Depth {
    /// What is in the database, and whether they are up.
    OBJECTS,
    /// Also what they use, and their snapshots.
    EVERYTHING
}
