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
        var text = host.getHostAddress();
        return (host instanceof Inet6Address ? "[" + text + "]" : text) + ":" + address.getPort();
    }
}
