package dev.pileus.domain.networks;

import static dev.pileus.domain.options.ValueRule.anything;
import static dev.pileus.domain.options.ValueRule.bool;
import static dev.pileus.domain.options.ValueRule.integer;
import static dev.pileus.domain.options.ValueRule.oneOf;

import dev.pileus.api.ApiException;
import dev.pileus.domain.options.Options;
import dev.pileus.domain.options.ValueRule;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The keys of bridges (CONTRACT 14).
final class NetworkOptions {
    private static final Pattern MEMBER_SPECIFIC =
            Pattern.compile(
                    "bgp\\.ipv[46]\\.nexthop|bridge\\.external_interfaces|parent|tunnel\\.[^.]+\\.(interface|local)");

    private static final Options BRIDGE =
            Options.builder()
                    .keys(
                            anything(),
                            "bgp.ipv4.nexthop",
                            "bgp.ipv6.nexthop",
                            "bridge.external_interfaces",
                            "bridge.hwaddr",
                            "dns.domain",
                            "dns.nameservers",
                            "dns.search",
                            "dns.zone.forward",
                            "dns.zone.reverse.ipv4",
                            "dns.zone.reverse.ipv6",
                            "ipv4.dhcp.expiry",
                            "ipv4.dhcp.gateway",
                            "ipv4.dhcp.ranges",
                            "ipv4.dhcp.routes",
                            "ipv4.nat.address",
                            "ipv4.ovn.ranges",
                            "ipv4.routes",
                            "ipv6.dhcp.expiry",
                            "ipv6.dhcp.ranges",
                            "ipv6.nat.address",
                            "ipv6.ovn.ranges",
                            "ipv6.routes",
                            "raw.dnsmasq",
                            "security.acls")
                    .keys(oneOf("native", "openvswitch"), "bridge.driver")
                    .keys(integer(), "bridge.mtu")
                    .keys(oneOf("none", "managed", "dynamic"), "dns.mode")
                    .keys(Addresses.rule(Addresses.Family.IPV4), "ipv4.address")
                    .keys(Addresses.rule(Addresses.Family.IPV6), "ipv6.address")
                    .keys(
                            bool(),
                            "ipv4.dhcp",
                            "ipv4.firewall",
                            "ipv4.nat",
                            "ipv4.routing",
                            "ipv6.dhcp",
                            "ipv6.dhcp.stateful",
                            "ipv6.firewall",
                            "ipv6.nat",
                            "ipv6.routing",
                            "security.acls.default.egress.logged",
                            "security.acls.default.ingress.logged")
                    .keys(oneOf("before", "after"), "ipv4.nat.order", "ipv6.nat.order")
                    .keys(
                            oneOf("allow", "drop", "reject"),
                            "security.acls.default.egress.action",
                            "security.acls.default.ingress.action")
                    .family(
                            anything(),
                            "bgp\\.peers\\.[^.]+\\.(address|asn|password|holdtime)|bgp\\.ipv[46]\\.nexthop")
                    .family(
                            anything(),
                            "tunnel\\.[^.]+\\.(group|id|interface|local|port|protocol|remote|ttl)")
                    .userKeys()
                    .build();

    private NetworkOptions() {}

    static boolean isMemberSpecific(String key) {
        return MEMBER_SPECIFIC.matcher(key).matches();
    }

    static void check(String network, Map<String, String> config) {
        new TreeMap<>(config)
                .forEach((key, value) ->
                        rule(network, key)
                                .complaint(value)
                                .ifPresent(complaint -> {
                                    throw new ApiException(
                                            400,
                                            "Invalid value for network \"%s\" option \"%s\": %s"
                                                    .formatted(network, key, complaint));
                                }));
    }

    private static ValueRule rule(String network, String key) {
        return BRIDGE.rule(key)
                .orElseThrow(() ->
                        new ApiException(
                                400,
                                "Invalid option for network \"%s\" option \"%s\""
                                        .formatted(network, key)));
    }
}
