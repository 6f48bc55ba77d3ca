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

    /// The members cannot be read; the rest of the image is what was last known.
    record Interrupted(Trouble trouble, Instant since) implements Link {
        /// The words of the server or the system.
        public String reason() {
            return trouble.words();
        }
    }
}
