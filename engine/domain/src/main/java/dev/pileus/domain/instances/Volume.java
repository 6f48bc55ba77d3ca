package dev.pileus.domain.instances;

import java.nio.file.Path;

/// Where the files of an instance are on a member, as the stock servers lay them out.
///
/// @param pool the pool's place
/// @param handle the instance's
public record Volume(Path pool, String handle) {
    /// All of it: `rootfs`, and what its image has beside it.
    public Path folder() {
        return pool.resolve("containers").resolve(handle);
    }

    /// What the instance sees as `/`.
    public Path rootfs() {
        return folder().resolve("rootfs");
    }

    public Path snapshots() {
        return pool.resolve("containers-snapshots").resolve(handle);
    }

    public Path snapshot(String name) {
        return snapshots().resolve(name);
    }

    /// Where it is while a snapshot takes its place.
    Path aside() {
        return pool.resolve("containers").resolve(handle + ".aside");
    }

    /// Where a snapshot is laid out before it takes its place.
    Path incoming() {
        return pool.resolve("containers").resolve(handle + ".incoming");
    }

    Volume called(String newHandle) {
        return new Volume(pool, newHandle);
    }
}
