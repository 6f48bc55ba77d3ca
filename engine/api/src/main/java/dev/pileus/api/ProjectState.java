package dev.pileus.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/// `GET /1.0/projects/NAME/state`: how much of its limits a project uses.
///
/// @param resources by kind, such as `instances`
public record ProjectState(Map<String, Share> resources) {
    public ProjectState {
        resources = Absent.map(resources);
    }

    /// Usage of one kind.
    ///
    /// @param limit -1: unlimited
    public record Share(@JsonProperty("Limit") long limit, @JsonProperty("Usage") long usage) {}
}
