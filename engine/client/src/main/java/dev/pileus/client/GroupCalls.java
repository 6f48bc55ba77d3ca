package dev.pileus.client;

import dev.pileus.api.ClusterGroup;
import java.util.List;
import java.util.Map;

/// `/1.0/cluster/groups`.
public final class GroupCalls {
    private final Calls calls;

    GroupCalls(Calls calls) {
        this.calls = calls;
    }

    public List<ClusterGroup> list() {
        return calls.send(groups("GET").query("recursion", "1")).listOf(ClusterGroup.class);
    }

    public Versioned<ClusterGroup> get(String name) {
        return calls.send(group("GET", name)).versioned(ClusterGroup.class);
    }

    public void create(String name, String description, List<String> members) {
        calls.change(
                groups("POST")
                        .body(
                                Map.of(
                                        "name",
                                        name,
                                        "description",
                                        description,
                                        "members",
                                        members)));
    }

    /// Replaces description, members and config by those of `group`. A member whose only group this
    /// is stays in it.
    ///
    /// @param etag of the group that the update was made from; 6.0.4 does not look at it
    public void update(ClusterGroup group, String etag) {
        var content =
                Map.of(
                        "description", group.description(),
                        "members", group.members(),
                        "config", group.config());
        calls.change(group("PUT", group.name()).body(content).ifMatch(etag));
    }

    public void rename(String name, String newName) {
        calls.change(group("POST", name).body(Map.of("name", newName)));
    }

    public void delete(String name) {
        calls.change(group("DELETE", name));
    }

    private static Request groups(String method) {
        return Request.of(method, "cluster", "groups");
    }

    private static Request group(String method, String name) {
        return Request.of(method, "cluster", "groups", name);
    }
}
