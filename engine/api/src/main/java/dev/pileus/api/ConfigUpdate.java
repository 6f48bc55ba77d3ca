package dev.pileus.api;

import java.util.Map;

/// The writable part of pools, networks and projects.
public record ConfigUpdate(String description, Map<String, String> config) {
    public ConfigUpdate {
        description = Absent.text(description);
        config = Absent.map(config);
    }
}
