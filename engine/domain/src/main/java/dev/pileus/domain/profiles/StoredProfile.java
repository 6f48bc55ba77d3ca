package dev.pileus.domain.profiles;

import dev.pileus.api.ProfileUpdate;
import java.util.Map;
import java.util.TreeMap;

/// A profile as it is in the database.
///
/// @param devices name to its keys
/// @param revision grows with every change
record StoredProfile(
        long id,
        String name,
        String description,
        Map<String, String> config,
        Map<String, Map<String, String>> devices,
        long revision) {
    static final String DEFAULT = "default";

    StoredProfile {
        config = Map.copyOf(config);
        devices = Map.copyOf(devices);
    }

    boolean isDefault() {
        return name.equals(DEFAULT);
    }

    ProfileUpdate writable() {
        var sorted = new TreeMap<String, Map<String, String>>();
        devices.forEach((device, keys) -> sorted.put(device, new TreeMap<>(keys)));
        return new ProfileUpdate(description, new TreeMap<>(config), sorted);
    }
}
