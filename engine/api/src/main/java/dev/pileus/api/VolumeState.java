package dev.pileus.api;

import org.jspecify.annotations.Nullable;

/// How full a volume is (CONTRACT 13.4).
///
/// @param usage null where its pool cannot tell
public record VolumeState(@Nullable Usage usage) {
    /// Bytes.
    ///
    /// @param total 0 where there is no limit
    public record Usage(long used, long total) {}
}
