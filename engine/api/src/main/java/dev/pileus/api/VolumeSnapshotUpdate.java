package dev.pileus.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Body of `PUT …/volumes/TYPE/NAME/snapshots/SNAPSHOT`.
public record VolumeSnapshotUpdate(String description, @Nullable Instant expiresAt) {
    public VolumeSnapshotUpdate {
        description = Absent.text(description);
    }
}
