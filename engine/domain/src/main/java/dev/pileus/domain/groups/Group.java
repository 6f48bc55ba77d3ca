package dev.pileus.domain.groups;

import dev.pileus.api.ClusterGroup;
import java.util.List;
import java.util.Map;

/// A group as it is stored.
///
/// @param id 0 before it is
/// @param members their names
record Group(
        long id,
        String name,
        String description,
        List<String> members,
        Map<String, String> config) {
    /// New members join it; it can neither be renamed nor deleted.
    static final String DEFAULT = "default";

    Group {
        members = List.copyOf(members);
        config = Map.copyOf(config);
    }

    boolean isDefault() {
        return name.equals(DEFAULT);
    }

    Group with(String otherDescription, Map<String, String> otherConfig) {
        return new Group(id, name, otherDescription, members, otherConfig);
    }

    ClusterGroup shown(List<String> usedBy) {
        return new ClusterGroup(name, description, members, config, usedBy);
    }
}
