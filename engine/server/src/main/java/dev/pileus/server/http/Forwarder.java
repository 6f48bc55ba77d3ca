package dev.pileus.server.http;

/// Takes requests to other members, and their answers back.
@FunctionalInterface
public interface Forwarder {
    /// Lets another member answer.
    ///
    /// @param member name, as in `?target=`
    /// @throws dev.pileus.api.ApiException 404 where there is no such member
    Answer forward(Request request, String member);
}
