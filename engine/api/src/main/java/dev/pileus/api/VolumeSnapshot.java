package dev.pileus.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A volume as it was once.
///
/// @param name in lists after that of the volume: `VOLUME/SNAPSHOT`
/// @param expiresAt null when it does not expire
public record VolumeSnapshot(
        String name,
        String description,
        Map<String, String> config,
        String contentType,
        Instant createdAt,
        @Nullable Instant expiresAt) {
    public VolumeSnapshot {
        name = Absent.text(name);
        description = Absent.text(description);
        config = Absent.map(config);
        contentType = Absent.text(contentType);
        createdAt = createdAt == null ? Instant.EPOCH : createdAt;
    }

    /// What a client may change.
    public VolumeSnapshotUpdate writable() {
        return new VolumeSnapshotUpdate(description, expiresAt);
    }
}
