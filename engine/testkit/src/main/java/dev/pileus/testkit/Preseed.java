package dev.pileus.testkit;

import dev.pileus.api.Json;
import java.util.List;
import java.util.Map;

/// What `init --preseed` reads. JSON is YAML.
final class Preseed {
    static final String POOL = "default";

    private Preseed() {}

    /// The first member. Containers are privileged: whether the sub-user ids of a machine can carry
    /// unprivileged ones is not for tests to depend on (Incus and LXD installed side by side leave
    /// two ranges in `/etc/subuid` which no kernel accepts together).
    ///
    /// Only the address is configured here: `cluster.*` keys make a standalone Incus 6.0.4 and LXD
    /// 5.0.2 hang up.
    static String bootstrap(PeerMember member) {
        return json(
                Map.of(
                        "config",
                        Map.of("core.https_address", member.hostAndPort()),
                        "storage_pools",
                        List.of(Map.of("name", POOL, "driver", "dir")),
                        "profiles",
                        List.of(
                                Map.of(
                                        "name",
                                        "default",
                                        "config",
                                        Map.of("security.privileged", "true"),
                                        "devices",
                                        Map.of("root", rootDisk()))),
                        "cluster",
                        Map.of("enabled", true, "server_name", member.name())));
    }

    static String join(PeerMember member, String token) {
        return json(
                Map.of(
                        "cluster",
                        Map.of(
                                "enabled",
                                true,
                                "server_name",
                                member.name(),
                                "server_address",
                                member.hostAndPort(),
                                "cluster_token",
                                token)));
    }

    private static Map<String, String> rootDisk() {
        return Map.of("type", "disk", "path", "/", "pool", POOL);
    }

    private static String json(Map<String, ?> document) {
        return Json.mapper().writeValueAsString(document);
    }
}
