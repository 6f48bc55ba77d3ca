package dev.pileus.domain.volumes;

import dev.pileus.api.StorageVolume;
import dev.pileus.api.VolumeSnapshot;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A snapshot of a custom volume as it is in the database.
///
/// @param expiresAt null when it does not expire
public record StoredSnapshot(
        long id,
        String name,
        String description,
        Map<String, String> config,
        Instant createdAt,
        @Nullable Instant expiresAt,
        long revision) {
    public StoredSnapshot {
        config = Map.copyOf(config);
    }

    VolumeSnapshot listed(String volume) {
        return named(volume + "/" + name);
    }

    public VolumeSnapshot shown() {
        return named(name);
    }

    private VolumeSnapshot named(String title) {
        return new VolumeSnapshot(
                title, description, config, StorageVolume.FILESYSTEM, createdAt, expiresAt);
    }
}
