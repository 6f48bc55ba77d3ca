package dev.pileus.domain.images;

import java.nio.file.Path;

/// Files that have come in and are no image yet. They lie in a folder of their own, and vanish with
/// it when they are refused.
///
/// @param folder nobody else uses it
/// @param split whether the root file system is in a file of its own, apart from the metadata
public record Parcel(Path folder, boolean split) {
    /// The metadata, or all of it.
    public Path metadata() {
        return folder.resolve("metadata");
    }

    /// Only of a split image.
    public Path rootfs() {
        return folder.resolve("rootfs");
    }

    /// The same files, now that it is known how many there are.
    public Parcel with(boolean isSplit) {
        return new Parcel(folder, isSplit);
    }
}
