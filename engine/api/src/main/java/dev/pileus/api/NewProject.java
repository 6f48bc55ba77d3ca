package dev.pileus.api;

import java.util.Map;

/// The body of `POST /1.0/projects`.
public record NewProject(String name, String description, Map<String, String> config) {
    public NewProject {
        name = Absent.text(name);
        description = Absent.text(description);
        config = Absent.map(config);
    }
}
