package dev.pileus.domain.networks;

import java.util.List;
import java.util.Set;

/// The bridges on this member's host. Those that somebody else has made are used, and never changed
/// or removed: an admin's own, or those of another member on the same host.
public interface Bridges {
    /// Has the bridge there as wanted, whatever was there before of this member's making.
    ///
    /// @throws dev.pileus.api.ApiException 500 that says what the host lacks
    void raise(Bridge wanted);

    /// Takes away a bridge of this member's making, with all that belongs to it.
    void lower(String name);

    /// Those of this member's making.
    Set<String> own();

    /// What this member has given out on a bridge.
    List<Lease> leases(String name);

    /// An address that somebody has for a while.
    ///
    /// @param hostName as it names itself; may be empty
    record Lease(String hostName, String hardwareAddress, String address) {}

    /// Whether anything is plugged into it.
    boolean isUsed(String name);
}
