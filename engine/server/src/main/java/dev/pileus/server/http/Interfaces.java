package dev.pileus.server.http;

import dev.pileus.domain.config.ListenAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/// The addresses of this host.
public final class Interfaces {
    private Interfaces() {}

    /// Under which addresses others reach a listener.
    static List<String> reachable(String address, int port) {
        var wanted = ListenAddress.parse(address);
        if (wanted.isPresent() && !wanted.get().isWildcard()) {
            return List.of(new ListenAddress(wanted.get().host(), Integer.toString(port)).text());
        }
        return addresses().stream()
                .filter(own -> !own.isLoopbackAddress())
                .map(own -> Addresses.text(new InetSocketAddress(own, port)))
                .toList();
    }

    /// Of all interfaces that are up; without link-local ones, which mean nothing elsewhere.
    public static List<InetAddress> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(Interfaces::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(own -> !own.isLinkLocalAddress())
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    private static boolean isUp(NetworkInterface candidate) {
        try {
            return candidate.isUp();
        } catch (SocketException gone) {
            return false;
        }
    }
}
