package dev.pileus.domain.networks;

import java.util.List;
import java.util.Optional;

/// A managed network as a host has it: a bridge to which the interfaces of instances are plugged.
///
/// @param mtu 0: as the kernel likes
/// @param hardwareAddress empty: the kernel chooses
/// @param ports interfaces of the host that belong to it
/// @param names absent: names are not served
/// @param raw lines for the name and address server as the admin wrote them
public record Bridge(
        String name,
        int mtu,
        String hardwareAddress,
        List<String> ports,
        Optional<Ipv4> ipv4,
        Optional<Ipv6> ipv6,
        Optional<Names> names,
        String raw) {
    public Bridge {
        ports = List.copyOf(ports);
    }

    /// How its instances reach others by IPv4.
    ///
    /// @param address its own, with the length of the prefix
    /// @param nat whether the world sees the host's address instead
    /// @param routing whether the host lets its instances out at all
    /// @param leases absent: addresses are not given out
    public record Ipv4(String address, boolean nat, boolean routing, Optional<Leases> leases) {}

    /// How its instances reach others by IPv6.
    ///
    /// @param address its own, with the length of the prefix
    /// @param nat whether the world sees the host's address instead
    /// @param routing whether the host lets its instances out at all
    /// @param announced whether instances are told the prefix, and make up their addresses
    public record Ipv6(String address, boolean nat, boolean routing, boolean announced) {}

    /// Addresses that are given out.
    ///
    /// @param time such as `1h`
    /// @param gateway empty: the bridge itself
    public record Leases(List<Range> ranges, String time, String gateway) {
        public Leases {
            ranges = List.copyOf(ranges);
        }
    }

    /// From the first to the last address, both included.
    public record Range(String first, String last) {}

    /// The names of its instances.
    ///
    /// @param domain of all its instances
    public record Names(String domain) {}

    /// For a host that has none.
    public Bridge withoutIpv6() {
        return new Bridge(name, mtu, hardwareAddress, ports, ipv4, Optional.empty(), names, raw);
    }

    /// Whether anything is served to instances.
    public boolean serves() {
        return ipv4.flatMap(Ipv4::leases).isPresent() || ipv6.filter(Ipv6::announced).isPresent();
    }

    /// Whether the host stands for its instances.
    public boolean hides() {
        return ipv4.filter(Ipv4::nat).isPresent() || ipv6.filter(Ipv6::nat).isPresent();
    }
}
