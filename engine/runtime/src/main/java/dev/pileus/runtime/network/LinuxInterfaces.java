package dev.pileus.runtime.network;

import dev.pileus.api.NetworkState;
import dev.pileus.domain.networks.HostInterfaces;
import dev.pileus.runtime.HostFiles;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The interfaces of a Linux host.
public final class LinuxInterfaces implements HostInterfaces {
    private static final Logger LOG = LoggerFactory.getLogger(LinuxInterfaces.class);
    private static final String NET = "sys/class/net/";

    /// Two or more groups of an IPv6 address that are zero, with the colons around them.
    private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?:$|:)");

    private final HostFiles files;

    public LinuxInterfaces(HostFiles files) {
        this.files = files;
    }

    /// In the order in which they came to be.
    @Override
    public List<HostInterface> list() {
        return files.names(NET).stream()
                .filter(name -> files.exists(NET + name + "/ifindex"))
                .sorted(
                        Comparator.comparingLong(
                                name -> files.number(NET + name + "/ifindex").orElse(0)))
                .map(name -> new HostInterface(name, type(name)))
                .toList();
    }

    private String type(String name) {
        var folder = NET + name;
        if (name.equals("lo")) {
            return "loopback";
        }
        if (files.exists(folder + "/bridge")) {
            return "bridge";
        }
        if (files.exists(folder + "/bonding")) {
            return "bond";
        }
        if (files.text(folder + "/uevent").orElse("").contains("DEVTYPE=vlan")) {
            return "vlan";
        }
        return files.exists(folder + "/device") ? "physical" : "unknown";
    }

    @Override
    public Optional<NetworkState> state(String name) {
        try {
            var found = NetworkInterface.getByName(name);
            return found == null ? Optional.empty() : Optional.of(state(found));
        } catch (SocketException e) {
            LOG.warn("Cannot look at interface {}: {}", name, e.getMessage());
            return Optional.empty();
        }
    }

    private NetworkState state(NetworkInterface found) throws SocketException {
        var folder = NET + found.getName();
        return new NetworkState(
                found.getInterfaceAddresses().stream().map(LinuxInterfaces::address).toList(),
                new NetworkState.Counters(
                        counter(folder, "rx_bytes"),
                        counter(folder, "tx_bytes"),
                        counter(folder, "rx_packets"),
                        counter(folder, "tx_packets")),
                found.isLoopback() ? "" : files.text(folder + "/address").orElse(""),
                found.getMTU(),
                found.isUp() ? "up" : "down",
                found.isLoopback()
                        ? "loopback"
                        : found.isPointToPoint() ? "point-to-point" : "broadcast");
    }

    private long counter(String folder, String name) {
        return files.number(folder + "/statistics/" + name).orElse(0);
    }

    /// Java writes IPv6 addresses with all their zeros, and with the name of their interface.
    private static String text(InetAddress address) {
        var text = address.getHostAddress().split("%", 2)[0];
        return ZEROS.matcher(text)
                .results()
                .max(Comparator.comparingInt(zeros -> zeros.end() - zeros.start()))
                .map(zeros -> text.substring(0, zeros.start()) + "::" + text.substring(zeros.end()))
                .orElse(text);
    }

    private static NetworkState.Address address(InterfaceAddress found) {
        var address = found.getAddress();
        var scope =
                address.isLoopbackAddress()
                        ? "local"
                        : address.isLinkLocalAddress() ? "link" : "global";
        return new NetworkState.Address(
                address instanceof Inet4Address ? "inet" : "inet6",
                text(address),
                String.valueOf(found.getNetworkPrefixLength()),
                scope);
    }
}
