package dev.pileus.model.operations;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// How far an operation came.
///
/// @param share 0 to 1; empty where nothing tells
/// @param count instances done and in all, for evacuations and restores
/// @param step the server's own words for what it does at the moment, perhaps empty
/// @param bytesPerSecond of a transfer
/// @param left an estimate from the pace so far; empty until there is a pace
public record Progress(
        OptionalDouble share,
        Optional<Count> count,
        String step,
        OptionalLong bytesPerSecond,
        Optional<Duration> left) {
    /// So many of so many.
    public record Count(int done, int all) {}
}
