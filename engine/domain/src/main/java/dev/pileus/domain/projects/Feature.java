package dev.pileus.domain.projects;

import dev.pileus.domain.options.Flags;
import java.util.Map;

/// What a project can have of its own; where it does not, it uses the default project's.
public enum Feature {
    IMAGES("features.images", true),
    NETWORKS("features.networks", false),
    NETWORK_ZONES("features.networks.zones", false),
    PROFILES("features.profiles", true),
    STORAGE_BUCKETS("features.storage.buckets", true),
    STORAGE_VOLUMES("features.storage.volumes", true);

    private final String key;
    private final boolean usual;

    Feature(String key, boolean usual) {
        this.key = key;
        this.usual = usual;
    }

    public String key() {
        return key;
    }

    /// Whether a project with this configuration has it.
    public boolean isIn(Map<String, String> config) {
        return Flags.isOn(config.getOrDefault(key, "false"));
    }

    /// Whether a new project has it when nobody says otherwise.
    boolean isUsual() {
        return usual;
    }
}
