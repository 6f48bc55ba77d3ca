package dev.pileus.domain.instances.files;

import java.time.Instant;

/// What is known of a file, as the instance itself sees it.
///
/// @param mode permissions, the lowest 12 bits
/// @param size bytes
public record FileEntry(
        FileKind kind,
        int mode,
        long uid,
        long gid,
        long size,
        Instant modified,
        Instant accessed) {}
