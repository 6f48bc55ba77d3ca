package dev.pileus.domain.instances;

/// How much of instances somebody wants to see.
public enum Depth {
    /// What is in the database; nobody is asked.
    NAMES,
    /// Also whether they are up.
    OBJECTS,
    /// Also what they use, and their snapshots.
    EVERYTHING
}
