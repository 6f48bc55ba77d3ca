package dev.pileus.domain.config;

/// Where this member listens for clients.
public interface Listener {
    /// Listens there from now on; returns when it does.
    ///
    /// @param address `host:port`; empty: nowhere
    /// @throws dev.pileus.api.ApiException 500 if that cannot be; it listens where it did before
    void moveTo(String address);
}
