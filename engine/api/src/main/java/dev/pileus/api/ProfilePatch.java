package dev.pileus.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Body of `PATCH /1.0/profiles/NAME`; null for what a client left out.
public record ProfilePatch(
        @Nullable String description,
        @Nullable Map<String, String> config,
        @Nullable Map<String, Map<String, String>> devices) {
    public ProfilePatch {
        config = config == null ? null : Absent.map(config);
        devices = devices == null ? null : Absent.maps(devices);
    }

    /// What is left out stays, also single keys of `config` and whole devices.
    public ProfileUpdate over(ProfileUpdate present) {
        var keys = new LinkedHashMap<>(present.config());
        keys.putAll(Absent.map(config));
        var all = new LinkedHashMap<>(present.devices());
        all.putAll(Absent.maps(devices));
        return new ProfileUpdate(
                description == null ? present.description() : description, keys, all);
    }
}
