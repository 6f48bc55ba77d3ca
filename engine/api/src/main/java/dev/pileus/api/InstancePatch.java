package dev.pileus.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Body of `PATCH /1.0/instances/NAME`; null for what a client left out.
public record InstancePatch(
        @Nullable String architecture,
        @Nullable Map<String, String> config,
        @Nullable Map<String, Map<String, String>> devices,
        @Nullable Boolean ephemeral,
        @Nullable List<String> profiles,
        @Nullable String description) {
    public InstancePatch {
        config = config == null ? null : Absent.map(config);
        devices = devices == null ? null : Absent.maps(devices);
        profiles = profiles == null ? null : Absent.list(profiles);
    }

    /// What is left out stays, also single keys of `config` and whole devices.
    public InstanceUpdate over(InstanceUpdate present) {
        var keys = new LinkedHashMap<>(present.config());
        keys.putAll(Absent.map(config));
        var all = new LinkedHashMap<>(present.devices());
        all.putAll(Absent.maps(devices));
        return new InstanceUpdate(
                architecture == null ? present.architecture() : architecture,
                keys,
                all,
                ephemeral == null ? present.ephemeral() : ephemeral,
                profiles == null ? present.profiles() : profiles,
                present.stateful(),
                description == null ? present.description() : description,
                "");
    }
}
