package dev.pileus.server.http;

/// Takes requests to other members, and their answers back.
public interface Forwarder {
    /// Lets another member answer.
    ///
    /// @param member name, as in `?target=`
    /// @throws dev.pileus.api.ApiException 404 where there is no such member
    Answer forward(Request request, String member);

    /// Has another member do something of our own in the name of who asks us, and lets it answer.
    ///
    /// @param path with its query, such as `/internal/instances/c1`
    /// @param document body of a `POST`
    /// @throws dev.pileus.api.ApiException 500 where the member cannot be reached
    Answer commission(Request request, String member, String path, Object document);
}
