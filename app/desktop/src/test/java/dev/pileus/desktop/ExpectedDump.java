package dev.pileus.desktop;

import static java.util.Comparator.comparing;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.Instance;
import dev.pileus.api.Json;
import dev.pileus.testkit.RealCluster;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/// What `--dump` must say of a cluster: made from what the stock client prints, and from nothing of
/// the console.
record ExpectedDump(List<ClusterMember> members, List<Instance> instances) {
    private static final String LEADER = "database-leader";

    /// Without the leader. LXD calls voters as Incus does, only the columns of its tables differ.
    private static final Map<String, String> COPIES =
            Map.of("database", "voter", "database-standby", "stand-by");

    static ExpectedDump of(RealCluster cluster) {
        return new ExpectedDump(
                Json.mapper()
                        .readValue(
                                cluster.client("cluster", "list", "-f", "json"),
                                new TypeReference<List<ClusterMember>>() {}),
                Json.mapper()
                        .readValue(
                                cluster.client("list", "-f", "json"),
                                new TypeReference<List<Instance>>() {}));
    }

    /// By name, as the dump has them.
    List<JsonNode> cards() {
        return members.stream()
                .sorted(comparing(ClusterMember::serverName))
                .map(this::card)
                .map(ExpectedDump::json)
                .toList();
    }

    private Map<String, Object> card(ClusterMember member) {
        return Map.of(
                "name", member.serverName(),
                "address", URI.create(member.url()).getAuthority(),
                "status", member.status(),
                "message", member.message(),
                "badges", badges(member.roles()),
                "lane", member.failureDomain(),
                "groups", member.groups().stream().sorted().toList(),
                "instances", statesOf(member.serverName()));
    }

    private static List<String> badges(List<String> roles) {
        var badges = new ArrayList<String>();
        if (roles.contains(LEADER)) {
            badges.addAll(List.of("leader", "voter")); // one crown stands for both
        } else {
            roles.stream().filter(COPIES::containsKey).map(COPIES::get).forEach(badges::add);
        }
        roles.stream()
                .filter(role -> !role.equals(LEADER) && !COPIES.containsKey(role))
                .forEach(badges::add);
        return badges;
    }

    private Map<String, Long> statesOf(String member) {
        return instances.stream()
                .filter(instance -> instance.location().equals(member))
                .collect(
                        Collectors.groupingBy(
                                Instance::status, TreeMap::new, Collectors.counting()));
    }

    /// From the leader to everybody else who has a copy of the database.
    Set<JsonNode> edges() {
        var leader =
                members.stream()
                        .filter(ClusterMember::isLeader)
                        .map(ClusterMember::serverName)
                        .findFirst()
                        .orElseThrow();
        return members.stream()
                .filter(member -> !member.isLeader())
                .filter(member -> member.roles().stream().anyMatch(COPIES::containsKey))
                .map(member -> Map.of("from", leader, "to", member.serverName()))
                .map(ExpectedDump::json)
                .collect(Collectors.toSet());
    }

    /// As if it had been read: trees tell numbers of other types apart.
    private static JsonNode json(Map<String, ?> content) {
        return Json.mapper().readTree(Json.mapper().writeValueAsString(content));
    }

    /// How many vote, the leader included.
    long voters() {
        return members.stream().filter(member -> member.roles().contains("database")).count();
    }
}
