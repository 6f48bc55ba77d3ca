package dev.pileus.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Body of `PATCH` on pools, networks and projects; null for what a client left out.
public record ConfigPatch(@Nullable String description, @Nullable Map<String, String> config) {
    public ConfigPatch {
        config = config == null ? null : Absent.map(config);
    }

    /// What is left out stays, also single keys of `config`.
    public ConfigUpdate over(ConfigUpdate present) {
        var keys = new LinkedHashMap<>(present.config());
        keys.putAll(Absent.map(config));
        return new ConfigUpdate(description == null ? present.description() : description, keys);
    }
}
