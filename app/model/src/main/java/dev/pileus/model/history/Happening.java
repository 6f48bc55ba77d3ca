package dev.pileus.model.history;

import dev.pileus.api.Lifecycle;
import java.time.Instant;
import java.util.Optional;

/// One line of the history.
///
/// @param number counts up by one; tells lines apart
/// @param at by the server's clock for what a server told, else by ours
/// @param location member where it happened; empty where that is not known
/// @param by who asked for it, where the server told
public record Happening(
        long number,
        Instant at,
        Severity severity,
        Occurrence occurrence,
        Subject subject,
        String location,
        Optional<Lifecycle.Requestor> by) {
    /// How much a line asks for attention.
    public enum Severity {
        INFO,
        /// Something is well again.
        GOOD,
        WARNING,
        ERROR
    }
}
