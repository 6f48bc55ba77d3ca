package dev.pileus.api;

import java.util.List;

/// `GET /1.0/cluster`: whether the server is clustered, under which name, and the per-member keys
/// that a newcomer has to fill in (CONTRACT 8.1).
public record Cluster(String serverName, boolean enabled, List<MemberConfigKey> memberConfig) {
    public Cluster {
        serverName = Absent.text(serverName);
        memberConfig = Absent.list(memberConfig);
    }
}
