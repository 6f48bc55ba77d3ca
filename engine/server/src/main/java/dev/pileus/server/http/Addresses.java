package dev.pileus.server.http;

import java.net.Inet6Address;
import java.net.InetSocketAddress;

/// Network addresses as the API writes them.
final class Addresses {
    private Addresses() {}

    /// `127.0.0.1:8443` or `[::1]:8443`.
    static String text(InetSocketAddress address) {
        var host = address.getAddress();
        if (host == null) {
            return address.getHostString() + ":" + address.getPort();
        }
        return (host instanceof Inet6Address six ? "[" + text(six) + "]" : host.getHostAddress())
                + ":"
                + address.getPort();
    }

    /// The zone (`%eth0`) is this host's own name of an interface: only link-local addresses need
    /// it.
    private static String text(Inet6Address address) {
        var text = address.getHostAddress();
        var zone = text.indexOf('%');
        return zone < 0 || address.isLinkLocalAddress() ? text : text.substring(0, zone);
    }
}
