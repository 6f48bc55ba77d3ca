package dev.pileus.domain.members;

import dev.pileus.domain.config.Expiry;
import dev.pileus.domain.config.Settings;
import dev.pileus.domain.members.roles.RoleLimits;
import java.time.Duration;
import java.time.Instant;

/// What admins have set.
///
/// @param settings of the cluster
public record ConfiguredCluster(Settings settings) implements ClusterSettings {
    @Override
    public RoleLimits roleLimits() {
        return new RoleLimits(
                settings.number("cluster.max_voters"), settings.number("cluster.max_standby"));
    }

    @Override
    public Duration offlineThreshold() {
        return Duration.ofSeconds(settings.number("cluster.offline_threshold"));
    }

    @Override
    public Instant joinTokenExpiry(Instant from) {
        return Expiry.after(from, settings.value("cluster.join_token_expiry")).orElse(Instant.MAX);
    }
}
