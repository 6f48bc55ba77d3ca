package dev.pileus.domain.projects;

import dev.pileus.api.Project;
import java.util.Map;

/// A project as it is in the database.
///
/// @param revision grows with every change
public record StoredProject(
        long id, String name, String description, Map<String, String> config, long revision) {
    public StoredProject {
        config = Map.copyOf(config);
    }

    public boolean has(Feature feature) {
        return feature.isIn(config);
    }

    public boolean isDefault() {
        return name.equals(Project.DEFAULT);
    }
}
