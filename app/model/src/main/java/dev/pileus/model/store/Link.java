package dev.pileus.model.store;

import java.time.Instant;

/// How the console is connected to a cluster.
public sealed interface Link {
    /// Nothing read yet.
    record Connecting() implements Link {}

    /// Reading works.
    ///
    /// @param endpoint which member answers, as text for people
    /// @param live whether events arrive; without them changes are seen at the next poll only
    record Connected(String endpoint, boolean live) implements Link {}

    /// No member answers; the rest of the image is what was last known.
    record Interrupted(String reason, Instant since) implements Link {}
}
