package dev.pileus.runtime.network;

import dev.pileus.domain.networks.Bridge;
import dev.pileus.runtime.HostProgram;
import java.io.IOException;
import java.nio.file.Files;

/// The host stands for the instances of a network: one table of its own in the host's packet
/// filter.
final class Masquerade {
    private static final String WITHOUT = "; or set ipv4.nat and ipv6.nat to false";

    private final HostCommand host;
    private final String table;

    Masquerade(HostCommand host, String network) {
        this.host = host;
        this.table = "inet pileus_" + network;
    }

    void set(Bridge bridge) {
        if (!bridge.hides()) {
            clear();
            return;
        }
        var rules = new StringBuilder();
        bridge.ipv4()
                .filter(Bridge.Ipv4::nat)
                .ifPresent(ipv4 -> rules.append(rule("ip", ipv4.address())));
        bridge.ipv6()
                .filter(Bridge.Ipv6::nat)
                .ifPresent(ipv6 -> rules.append(rule("ip6", ipv6.address())));
        // all or nothing: what was there is replaced
        apply(
                """
                add table %1$s
                delete table %1$s
                table %1$s {
                  chain out {
                    type nat hook postrouting priority srcnat; policy accept;
                %2$s  }
                }
                """
                        .formatted(table, rules));
    }

    /// The filter makes the network's address of the bridge's by itself.
    private static String rule(String family, String address) {
        return "    %1$s saddr %2$s %1$s daddr != %2$s masquerade\n".formatted(family, address);
    }

    void clear() {
        if (HostProgram.find("nft").isPresent()) {
            apply("add table %1$s\ndelete table %1$s\n".formatted(table));
        }
    }

    private void apply(String text) {
        try {
            var file = Files.createTempFile("pileus-", ".nft");
            try {
                Files.writeString(file, text);
                host.run("nft", "nftables", WITHOUT, "-f", file.toString());
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw host.problem(String.valueOf(e.getMessage()));
        }
    }
}
