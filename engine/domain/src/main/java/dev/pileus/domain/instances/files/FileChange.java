package dev.pileus.domain.instances.files;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What shall be different about a file; what is absent stays as it is.
///
/// @param mode permissions, the lowest 12 bits
public record FileChange(
        OptionalLong size,
        OptionalLong uid,
        OptionalLong gid,
        OptionalInt mode,
        Optional<Times> times) {
    public static final FileChange NONE =
            new FileChange(
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalInt.empty(),
                    Optional.empty());

    /// When it was used last.
    public record Times(Instant accessed, Instant modified) {}
}
