package dev.pileus.domain.networks;

import dev.pileus.api.NetworkState;
import java.util.List;
import java.util.Optional;

/// The network interfaces of this member's host.
public interface HostInterfaces {
    List<HostInterface> list();

    /// What an interface does at this moment; empty when there is none of that name.
    Optional<NetworkState> state(String name);

    /// An interface.
    ///
    /// @param type `loopback`, `physical`, `bridge`, `bond`, `vlan` or `unknown`
    record HostInterface(String name, String type) {}
}
