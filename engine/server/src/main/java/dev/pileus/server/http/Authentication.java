package dev.pileus.server.http;

import dev.pileus.domain.caller.Caller;

/// Says who the other end of a connection is. Asked for each request, so that trust ends at once.
@FunctionalInterface
public interface Authentication {
    Caller identify(Peer peer);
}
