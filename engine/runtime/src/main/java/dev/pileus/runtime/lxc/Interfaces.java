package dev.pileus.runtime.lxc;

import dev.pileus.api.ApiException;
import dev.pileus.api.InstanceState.Address;
import dev.pileus.api.InstanceState.Counters;
import dev.pileus.api.InstanceState.Interface;
import dev.pileus.api.Json;
import dev.pileus.runtime.HostProgram;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The network as a process sees it, told by the host's own `ip`.
final class Interfaces {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Interfaces() {}

    /// By name; empty when the process is gone, or the host has no `ip`.
    static Map<String, Interface> of(long pid) {
        try {
            var ended =
                    HostProgram.of(
                                    "nsenter",
                                    "--net=/proc/" + pid + "/ns/net",
                                    "ip",
                                    "-json",
                                    "-statistics",
                                    "address")
                            .run(PATIENCE);
            return ended.well() ? parse(ended.output(), HostEnds.read()) : Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        } catch (ApiException | JacksonException e) {
            return Map.of();
        }
    }

    static Map<String, Interface> parse(String json, HostEnds ends) {
        var found = new LinkedHashMap<String, Interface>();
        for (var link : Json.mapper().readTree(json)) {
            found.put(link.path("ifname").asString(""), read(link, ends));
        }
        return found;
    }

    private static Interface read(JsonNode link, HostEnds ends) {
        var addresses =
                link.path("addr_info")
                        .valueStream()
                        .map(address ->
                                new Address(
                                        address.path("family").asString(""),
                                        address.path("local").asString(""),
                                        address.path("prefixlen").asString(""),
                                        scope(address.path("scope").asString(""))))
                        .toList();
        var kind = link.path("link_type").asString("");
        return new Interface(
                addresses,
                counters(link.path("stats64")),
                kind.equals("loopback") ? "" : link.path("address").asString(""),
                ends.of(link.path("link_index").asInt(0), link.path("ifindex").asInt(0)),
                link.path("mtu").asInt(0),
                flags(link).contains("UP") ? "up" : "down",
                kind.equals("loopback") ? kind : "broadcast");
    }

    private static String scope(String scope) {
        return scope.equals("host") ? "local" : scope;
    }

    private static List<String> flags(JsonNode link) {
        return link.path("flags").valueStream().map(flag -> flag.asString("")).toList();
    }

    private static Counters counters(JsonNode statistics) {
        var received = statistics.path("rx");
        var sent = statistics.path("tx");
        return new Counters(
                received.path("bytes").asLong(0),
                sent.path("bytes").asLong(0),
                received.path("packets").asLong(0),
                sent.path("packets").asLong(0),
                received.path("errors").asLong(0),
                sent.path("errors").asLong(0),
                received.path("dropped").asLong(0),
                sent.path("dropped").asLong(0));
    }
}
