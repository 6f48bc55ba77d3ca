package dev.pileus.model.store;

import java.time.Duration;
import java.util.Optional;

/// How busy a member is.
///
/// @param load one-minute load average
/// @param processors hardware threads; 0 while unknown
/// @param memoryUsed bytes
/// @param memoryTotal bytes
/// @param uptime of the host, where the server tells
public record MemberLoad(
        double load, int processors, long memoryUsed, long memoryTotal, Optional<Duration> uptime) {
    /// Share of the processors in use, 0 to 1; 0 while unknown.
    public double processorShare() {
        return processors == 0 ? 0 : Math.min(1, load / processors);
    }

    /// Share of the memory in use, 0 to 1; 0 while unknown.
    public double memoryShare() {
        return memoryTotal == 0 ? 0 : Math.min(1, (double) memoryUsed / memoryTotal);
    }
}
