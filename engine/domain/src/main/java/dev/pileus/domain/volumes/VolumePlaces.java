package dev.pileus.domain.volumes;

import dev.pileus.domain.instances.Pools;
import java.nio.file.Path;

/// Where custom volumes are on this member, laid out as the stock servers do. Safe for use by many
/// threads.
public final class VolumePlaces {
    private final Pools pools;

    public VolumePlaces(Pools pools) {
        this.pools = pools;
    }

    /// The folder of a volume.
    ///
    /// @param owner the project that owns it
    /// @throws dev.pileus.api.ApiException when the pool is not on this member
    public Path of(String pool, String owner, String name) {
        return pools.place(pool).resolve("custom").resolve(StoredVolume.handle(owner, name));
    }

    Path of(StoredVolume volume) {
        return of(volume.pool(), volume.project(), volume.name());
    }

    /// The folder that holds all snapshots of a volume.
    Path snapshots(StoredVolume volume) {
        return pools.place(volume.pool()).resolve("custom-snapshots").resolve(volume.handle());
    }

    Path snapshot(StoredVolume volume, String snapshot) {
        return snapshots(volume).resolve(snapshot);
    }

    /// Where a volume is while a snapshot takes its place.
    Path aside(StoredVolume volume) {
        return pools.place(volume.pool()).resolve("custom").resolve("." + volume.handle());
    }
}
