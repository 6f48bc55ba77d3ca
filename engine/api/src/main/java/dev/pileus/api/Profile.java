package dev.pileus.api;

import java.util.List;
import java.util.Map;

/// What instances can have in common (CONTRACT 18).
///
/// @param devices name to its keys, among them `type`
/// @param usedBy URLs of instances
public record Profile(
        String name,
        String description,
        Map<String, String> config,
        Map<String, Map<String, String>> devices,
        List<String> usedBy,
        String project) {
    public Profile {
        name = Absent.text(name);
        description = Absent.text(description);
        config = Absent.map(config);
        devices = Absent.maps(devices);
        usedBy = Absent.list(usedBy);
        project = Absent.text(project);
    }

    /// The same, used by others.
    public Profile usedBy(List<String> urls) {
        return new Profile(name, description, config, devices, urls, project);
    }

    /// What a client may change.
    public ProfileUpdate writable() {
        return new ProfileUpdate(description, config, devices);
    }
}
