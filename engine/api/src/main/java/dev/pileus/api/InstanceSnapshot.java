package dev.pileus.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What an instance was at some moment.
///
/// @param name without the instance's
/// @param expiresAt [#NEVER] when it stays
/// @param size in bytes; -1 when the server does not tell
public record InstanceSnapshot(
        String name,
        String architecture,
        Map<String, String> config,
        Map<String, Map<String, String>> devices,
        boolean ephemeral,
        Map<String, String> expandedConfig,
        Map<String, Map<String, String>> expandedDevices,
        List<String> profiles,
        boolean stateful,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsedAt,
        String description,
        long size) {
    /// How servers write that something has no end.
    public static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

    public InstanceSnapshot {
        name = Absent.text(name);
        architecture = Absent.text(architecture);
        config = Absent.map(config);
        devices = Absent.maps(devices);
        expandedConfig = Absent.map(expandedConfig);
        expandedDevices = Absent.maps(expandedDevices);
        profiles = Absent.list(profiles);
        createdAt = createdAt == null ? Instant.EPOCH : createdAt;
        expiresAt = expiresAt == null ? NEVER : expiresAt;
        lastUsedAt = lastUsedAt == null ? Instant.EPOCH : lastUsedAt;
        description = Absent.text(description);
    }
}
