package dev.pileus.domain.instances;

import dev.pileus.api.InstanceUpdate;
import dev.pileus.api.ProfileUpdate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an instance has of its own laid over what its profiles give it, the later ones over the
/// earlier ones: config key by key, devices as a whole.
record Expansion(Map<String, String> config, Map<String, Map<String, String>> devices) {
    static Expansion of(InstanceUpdate own, List<ProfileUpdate> profiles) {
        var config = new TreeMap<String, String>();
        var devices = new TreeMap<String, Map<String, String>>();
        for (var profile : profiles) {
            config.putAll(profile.config());
            devices.putAll(profile.devices());
        }
        config.putAll(own.config());
        devices.putAll(own.devices());
        return new Expansion(config, devices);
    }
}
