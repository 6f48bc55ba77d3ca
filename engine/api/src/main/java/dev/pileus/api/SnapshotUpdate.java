package dev.pileus.api;

import java.time.Instant;

/// The writable part of a snapshot.
public record SnapshotUpdate(Instant expiresAt) {
    public SnapshotUpdate {
        expiresAt = expiresAt == null ? InstanceSnapshot.NEVER : expiresAt;
    }
}
