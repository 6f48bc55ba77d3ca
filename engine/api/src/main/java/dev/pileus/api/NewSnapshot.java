package dev.pileus.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Body of `POST /1.0/instances/NAME/snapshots`.
///
/// @param name empty: the server makes one up
/// @param stateful with the memory of its processes
/// @param expiresAt null: as `snapshots.expiry` says
public record NewSnapshot(String name, boolean stateful, @Nullable Instant expiresAt) {
    public NewSnapshot {
        name = Absent.text(name);
    }
}
