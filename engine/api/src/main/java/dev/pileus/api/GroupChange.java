package dev.pileus.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Body of `PUT` and `PATCH /1.0/cluster/groups/NAME`; null for what a client left out.
public record GroupChange(
        @Nullable String description,
        @Nullable List<String> members,
        @Nullable Map<String, String> config) {
    public GroupChange {
        members = members == null ? null : Absent.list(members);
        config = config == null ? null : Absent.map(config);
    }

    /// `PUT`: what is left out becomes empty, except `config`: clients that are older than it would
    /// erase it with every edit.
    public ClusterGroup replace(ClusterGroup group) {
        return new ClusterGroup(
                group.name(),
                Absent.text(description),
                Absent.list(members),
                config == null ? group.config() : config,
                group.usedBy());
    }

    /// `PATCH`: what is left out stays, also single keys of `config`.
    public ClusterGroup patch(ClusterGroup group) {
        var keys = new LinkedHashMap<>(group.config());
        keys.putAll(Absent.map(config));
        return new ClusterGroup(
                group.name(),
                description == null ? group.description() : description,
                members == null ? group.members() : members,
                keys,
                group.usedBy());
    }
}
