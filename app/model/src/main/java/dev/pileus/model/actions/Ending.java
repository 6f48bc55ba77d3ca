package dev.pileus.model.actions;

import dev.pileus.client.Failure;

/// How the server's part of a plan ended.
public sealed interface Ending {
    record Done() implements Ending {}

    /// The server took the request and failed on the way.
    ///
    /// @param request that began the work, e.g. `POST /1.0/cluster/members/m3/state`
    /// @param words the server's own
    record Failed(String request, String words) implements Ending {}

    /// The request itself did not get through, or was refused: nothing was begun, unless the
    /// connection broke while it was under way.
    record NotBegun(String request, String endpoint, Failure failure) implements Ending {}

    /// It was begun, but its end was not seen: contact was lost, or it takes longer than we wait.
    record Unseen(String request) implements Ending {}
}
