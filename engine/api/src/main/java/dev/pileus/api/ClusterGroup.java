package dev.pileus.api;

import java.util.List;
import java.util.Map;

/// A group of members (CONTRACT 10). The order of `members` has no meaning.
///
/// @param config only newer servers; else empty
/// @param usedBy only newer servers; else empty
public record ClusterGroup(
        String name,
        String description,
        List<String> members,
        Map<String, String> config,
        List<String> usedBy) {
    public ClusterGroup {
        name = Absent.text(name);
        description = Absent.text(description);
        members = Absent.list(members);
        config = Absent.map(config);
        usedBy = Absent.list(usedBy);
    }

    /// The part that `PUT` replaces.
    public GroupChange writable() {
        return new GroupChange(description, members, config);
    }
}
