package dev.pileus.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Body of `POST …/volumes/TYPE/NAME/snapshots`.
///
/// @param name empty: made up
public record NewVolumeSnapshot(String name, String description, @Nullable Instant expiresAt) {
    public NewVolumeSnapshot {
        name = Absent.text(name);
        description = Absent.text(description);
    }
}
