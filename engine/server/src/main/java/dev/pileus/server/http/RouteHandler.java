package dev.pileus.server.http;

/// Serves one method of one path, on a virtual thread of its own: it may block.
@FunctionalInterface
public interface RouteHandler {
    /// Answers one request.
    ///
    /// @throws dev.pileus.api.ApiException to refuse, with status and text
    Answer handle(Request request);
}
