package dev.pileus.runtime.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Lets a host pass on what is not for itself.
final class Forwarding {
    private static final Path INTERFACES = Path.of("/proc/sys/net/ipv6/conf");

    private Forwarding() {}

    /// Routers do not take their own address from other routers any more, unless told to: hosts
    /// that did so before go on.
    static void allowIpv6(HostCommand host) {
        if (!Files.isDirectory(INTERFACES)) {
            return;
        }
        try (var all = Files.list(INTERFACES)) {
            for (var one : all.toList()) {
                var file = one.resolve("accept_ra");
                if (Files.exists(file) && Files.readString(file).strip().equals("1")) {
                    host.sysctl("ipv6/conf/" + one.getFileName() + "/accept_ra", "2");
                }
            }
        } catch (IOException e) {
            throw host.problem("cannot let IPv6 through: " + e.getMessage());
        }
        host.sysctl("ipv6/conf/all/forwarding", "1");
    }
}
