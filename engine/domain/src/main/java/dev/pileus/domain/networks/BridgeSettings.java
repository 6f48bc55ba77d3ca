package dev.pileus.domain.networks;

import dev.pileus.api.ApiException;
import dev.pileus.api.Network;
import dev.pileus.domain.options.Flags;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the keys of a network ask of the bridge on a host. Keys that this server knows and cannot
/// do are refused here, when somebody begins to rely on them.
final class BridgeSettings {
    private static final Pattern DONE =
            Pattern.compile(
                    "bridge\\.(driver|external_interfaces|hwaddr|mtu)|dns\\.(domain|mode)"
                            + "|ipv4\\.(address|dhcp|dhcp\\.(expiry|gateway|ranges)|firewall|nat|routing)"
                            + "|ipv6\\.(address|dhcp|firewall|nat|routing)|raw\\.dnsmasq|user\\..+");
    private static final String NONE = "none";

    private final String name;
    private final Map<String, String> config;

    private BridgeSettings(Network network) {
        this.name = network.name();
        this.config = network.config();
    }

    /// The bridge of a network.
    ///
    /// @throws ApiException 400 for what this server cannot do
    static Bridge of(Network network) {
        return new BridgeSettings(network).bridge();
    }

    private Bridge bridge() {
        new TreeMap<>(config)
                .forEach((key, value) -> {
                    if (!DONE.matcher(key).matches()
                            || (key.equals("bridge.driver") && !value.equals("native"))) {
                        throw refused("option \"%s\" is not supported by this server", key);
                    }
                    if (!key.equals("raw.dnsmasq") && hasControl(value)) {
                        throw refused("option \"%s\" has a control character", key);
                    }
                });
        return new Bridge(
                name,
                number("bridge.mtu"),
                text("bridge.hwaddr"),
                list("bridge.external_interfaces").toList(),
                address("ipv4").map(this::ipv4),
                address("ipv6").map(this::ipv6),
                text("dns.mode").equals(NONE)
                        ? Optional.empty()
                        : Optional.of(new Bridge.Names(config.getOrDefault("dns.domain", "incus"))),
                text("raw.dnsmasq"));
    }

    private static boolean hasControl(String value) {
        return value.chars().anyMatch(Character::isISOControl);
    }

    private Bridge.Ipv4 ipv4(String address) {
        return new Bridge.Ipv4(
                address,
                flag("ipv4.nat", false),
                flag("ipv4.routing", true),
                flag("ipv4.dhcp", true) ? Optional.of(leases(address)) : Optional.empty());
    }

    private Bridge.Ipv6 ipv6(String address) {
        return new Bridge.Ipv6(
                address,
                flag("ipv6.nat", false),
                flag("ipv6.routing", true),
                flag("ipv6.dhcp", true));
    }

    private Bridge.Leases leases(String address) {
        var chosen = list("ipv4.dhcp.ranges").map(this::range).toList();
        return new Bridge.Leases(
                chosen.isEmpty() ? List.of(all(address)) : chosen,
                config.getOrDefault("ipv4.dhcp.expiry", "1h"),
                text("ipv4.dhcp.gateway"));
    }

    private Bridge.Range range(String text) {
        var ends = text.split("-", -1);
        if (ends.length != 2) {
            throw refused("\"%s\" is no range of addresses", text);
        }
        return new Bridge.Range(ends[0].strip(), ends[1].strip());
    }

    private Bridge.Range all(String address) {
        return Addresses.hosts(address)
                .orElseThrow(() -> refused("%s has no room for instances", address));
    }

    private Optional<String> address(String family) {
        return Optional.ofNullable(config.get(family + ".address"))
                .filter(address -> !address.isEmpty() && !address.equals(NONE));
    }

    private Stream<String> list(String key) {
        return Arrays.stream(text(key).split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty());
    }

    private String text(String key) {
        return config.getOrDefault(key, "");
    }

    private boolean flag(String key, boolean otherwise) {
        var text = text(key);
        return text.isEmpty() ? otherwise : Flags.isOn(text);
    }

    private int number(String key) {
        var text = text(key);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private ApiException refused(String why, String what) {
        return new ApiException(400, "Network \"%s\": %s".formatted(name, why.formatted(what)));
    }
}
