package dev.pileus.server.cluster;

import dev.pileus.api.Json;
import dev.pileus.testkit.PeerMember;
import dev.pileus.testkit.PileusCluster;
import java.util.HashMap;
import java.util.Map;

/// How a server joins a cluster without the questions of a client.
final class Joins {
    private final PileusCluster cluster;
    private final PeerMember newcomer;

    Joins(PileusCluster cluster, PeerMember newcomer) {
        this.cluster = cluster;
        this.newcomer = newcomer;
    }

    /// What it asks for, to be changed.
    Map<String, Object> request(String name, String secret) {
        var certificate =
                Json.mapper()
                        .readTree(cluster.client("query", "/1.0"))
                        .path("environment")
                        .path("certificate")
                        .stringValue("");
        return new HashMap<>(
                Map.of(
                        "server_name",
                        name,
                        "enabled",
                        true,
                        "cluster_address",
                        cluster.member("m1").hostAndPort(),
                        "cluster_certificate",
                        certificate,
                        "server_address",
                        newcomer.hostAndPort(),
                        "cluster_token",
                        secret));
    }

    void send(Map<String, Object> request) {
        var body = Json.mapper().writeValueAsString(request);
        cluster.clientAt(
                newcomer.name(), "query", "--wait", "-X", "PUT", "/1.0/cluster", "-d", body);
    }

    /// With a token of its own.
    void join() {
        send(request(newcomer.name(), cluster.joinToken(newcomer.name())));
    }
}
