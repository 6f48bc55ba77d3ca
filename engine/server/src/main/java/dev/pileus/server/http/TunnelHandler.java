package dev.pileus.server.http;

/// Takes a connection over, on a virtual thread of its own; it is closed by whoever took it.
@FunctionalInterface
public interface TunnelHandler {
    void take(Tunnel tunnel);
}
