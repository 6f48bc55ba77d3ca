package dev.pileus.api;

import java.util.List;
import java.util.Map;

/// A room of its own for instances and, as its `features.*` say, for more (CONTRACT 18).
///
/// @param usedBy URLs of what is in it
public record Project(
        String name, String description, Map<String, String> config, List<String> usedBy) {
    public static final String DEFAULT = "default";

    public Project {
        name = Absent.text(name);
        description = Absent.text(description);
        config = Absent.map(config);
        usedBy = Absent.list(usedBy);
    }

    /// What a client may change.
    public ConfigUpdate writable() {
        return new ConfigUpdate(description, config);
    }
}
