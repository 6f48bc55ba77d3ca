package dev.pileus.model.store;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/// How busy a member is.
///
/// @param load one-minute load average; empty where the server does not tell (LXD 5.0)
/// @param processors hardware threads; 0 while unknown
/// @param memoryUsed bytes
/// @param memoryTotal bytes
/// @param uptime of the host, where the server tells
public record MemberLoad(
        OptionalDouble load,
        int processors,
        long memoryUsed,
        long memoryTotal,
        Optional<Duration> uptime) {
    /// Share of the processors in use, 0 to 1; empty while unknown.
    public OptionalDouble processorShare() {
        return load.isEmpty() || processors == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(1, load.getAsDouble() / processors));
    }

    /// Share of the memory in use, 0 to 1; 0 while unknown.
    public double memoryShare() {
        return memoryTotal == 0 ? 0 : Math.min(1, (double) memoryUsed / memoryTotal);
    }
}
