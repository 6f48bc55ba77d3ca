package dev.pileus.database.raft.wire;

import java.io.IOException;

/// Answers other members. Called on a virtual thread for each request.
@FunctionalInterface
public interface RequestHandler {
    /// Answers one request.
    ///
    /// @throws IOException is a refusal: its message goes to who asked
    byte[] answer(long from, Request kind, byte[] content) throws IOException;
}
