package dev.pileus.database.raft;

/// How much of the log stays on the disk.
///
/// @param snapshotEvery after so many entries a snapshot is made, and the log cut
/// @param keptEntries so many stay before the cut, for members that were away a moment; who missed
///   more gets a snapshot
/// @param segmentBytes the log is cut in pieces of this size
public record LogKeeping(long snapshotEvery, long keptEntries, int segmentBytes) {
    public static final LogKeeping DEFAULT = new LogKeeping(10_000, 2_000, 8 << 20);
}
