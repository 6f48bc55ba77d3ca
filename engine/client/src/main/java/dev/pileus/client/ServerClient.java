package dev.pileus.client;

import dev.pileus.trust.ServerTrust;

/// A connection to one server or cluster. Opening it sends nothing; closing it ends all requests
/// and streams. Thread-safe.
public final class ServerClient extends ServerApi implements AutoCloseable {
    private final Wire wire;

    private ServerClient(Wire wire, ClientSettings settings) {
        super(new Calls(new Transport(wire, addresses(settings)), settings.timeouts()));
        this.wire = wire;
    }

    public static ServerClient open(ClientSettings settings) {
        return new ServerClient(new Wire(settings.trust(), settings.identity()), settings);
    }

    @Override
    public void close() {
        wire.close();
    }

    /// With a pin every member proves itself like the first one. Over a unix socket there is none.
    private static Addresses addresses(ClientSettings settings) {
        return settings.trust() instanceof ServerTrust.Pinned
                ? Addresses.learning(settings.endpoints())
                : Addresses.fixed(settings.endpoints());
    }
}
