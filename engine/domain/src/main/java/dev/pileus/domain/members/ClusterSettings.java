package dev.pileus.domain.members;

import dev.pileus.domain.members.roles.RoleLimits;
import java.time.Duration;
import java.time.Instant;

/// The cluster's configuration, as far as members depend on it (CONTRACT 12.1).
public interface ClusterSettings {
    /// `cluster.max_voters` and `cluster.max_standby`.
    RoleLimits roleLimits();

    /// `cluster.offline_threshold`.
    Duration offlineThreshold();

    /// `cluster.join_token_expiry`, counted from a moment.
    Instant joinTokenExpiry(Instant from);
}
