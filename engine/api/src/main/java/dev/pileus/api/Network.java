package dev.pileus.api;

import java.util.List;
import java.util.Map;

/// A network that servers manage, or an interface of the host that they only list (CONTRACT 14).
///
/// @param type `bridge`, and of unmanaged ones also `loopback`, `physical`, …
/// @param status `Pending`, `Created`, `Errored`, `Unknown` or `Unavailable`; empty when unmanaged
/// @param locations members where it is defined; empty when unmanaged
public record Network(
        Map<String, String> config,
        String description,
        String name,
        String type,
        List<String> usedBy,
        boolean managed,
        String status,
        List<String> locations,
        String project) {
    public Network {
        config = Absent.map(config);
        description = Absent.text(description);
        name = Absent.text(name);
        type = Absent.text(type);
        usedBy = Absent.list(usedBy);
        status = Absent.text(status);
        locations = Absent.list(locations);
        project = Absent.text(project);
    }

    /// The same, used by others.
    public Network usedBy(List<String> urls) {
        return new Network(
                config, description, name, type, urls, managed, status, locations, project);
    }

    /// What a client may change.
    public ConfigUpdate writable() {
        return new ConfigUpdate(description, config);
    }
}
