package dev.pileus.api;

import java.util.List;

/// `GET /1.0/networks/NAME/state`: what an interface of a host does at this moment.
///
/// @param state `up` or `down`
/// @param type `broadcast`, `loopback`, …
public record NetworkState(
        List<Address> addresses,
        Counters counters,
        String hwaddr,
        int mtu,
        String state,
        String type) {
    public NetworkState {
        addresses = Absent.list(addresses);
        hwaddr = Absent.text(hwaddr);
        state = Absent.text(state);
        type = Absent.text(type);
    }

    /// One address.
    ///
    /// @param family `inet` or `inet6`
    /// @param netmask length of the prefix
    /// @param scope `global`, `link` or `local`
    public record Address(String family, String address, String netmask, String scope) {}

    /// Since the interface exists.
    public record Counters(
            long bytesReceived, long bytesSent, long packetsReceived, long packetsSent) {}
}
