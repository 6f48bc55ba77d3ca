package dev.pileus.api;

import java.util.List;
import java.util.Map;

/// The writable part of an instance, body of `PUT /1.0/instances/NAME`.
///
/// @param restore a snapshot to go back to instead of anything else; empty: none
public record InstanceUpdate(
        String architecture,
        Map<String, String> config,
        Map<String, Map<String, String>> devices,
        boolean ephemeral,
        List<String> profiles,
        boolean stateful,
        String description,
        String restore) {
    public InstanceUpdate {
        architecture = Absent.text(architecture);
        config = Absent.map(config);
        devices = Absent.maps(devices);
        profiles = Absent.list(profiles);
        description = Absent.text(description);
        restore = Absent.text(restore);
    }

    /// The same with other keys.
    public InstanceUpdate withConfig(Map<String, String> other) {
        return new InstanceUpdate(
                architecture, other, devices, ephemeral, profiles, stateful, description, restore);
    }

    /// The same with other devices.
    public InstanceUpdate withDevices(Map<String, Map<String, String>> other) {
        return new InstanceUpdate(
                architecture, config, other, ephemeral, profiles, stateful, description, restore);
    }
}
