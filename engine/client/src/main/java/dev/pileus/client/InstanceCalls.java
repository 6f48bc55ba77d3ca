package dev.pileus.client;

import dev.pileus.api.Instance;
import dev.pileus.api.InstanceState;
import dev.pileus.api.InstanceStateChange;
import dev.pileus.api.NewInstance;
import java.util.List;
import java.util.Map;

/// `/1.0/instances`: containers and virtual machines. The lists cover all projects and all members;
/// those of an offline member are in them with status `Error`.
public final class InstanceCalls {
    private final Calls calls;

    InstanceCalls(Calls calls) {
        this.calls = calls;
    }

    /// `/1.0/instances/NAME`, with `?project=` unless that is `default`.
    public List<String> urls() {
        return list("0", String.class);
    }

    /// Without states.
    public List<Instance> list() {
        return list("1", Instance.class);
    }

    /// With states, which members have to ask their instances for: slow where there are many.
    public List<Instance> listWithStates() {
        return list("2", Instance.class);
    }

    public Versioned<Instance> get(String project, String name) {
        return calls.send(instance("GET", project, name)).versioned(Instance.class);
    }

    public InstanceState state(String project, String name) {
        return calls.send(state("GET", project, name)).as(InstanceState.class);
    }

    /// Makes an instance.
    ///
    /// @param target a member, or `@GROUP` to let the server choose there; empty: anywhere
    public Accepted create(String project, NewInstance instance, String target) {
        var request =
                Request.of("POST", "instances")
                        .query("project", project)
                        .query("target", target)
                        .body(instance);
        return calls.send(request).accepted();
    }

    /// Starts, stops and the like.
    public Accepted change(String project, String name, InstanceStateChange change) {
        return calls.send(state("PUT", project, name).body(change)).accepted();
    }

    /// Moves an instance to another member; it keeps its name.
    ///
    /// @param target a member, or `@GROUP` to let the server choose there
    /// @param live while it runs; a running instance cannot be moved otherwise
    public Accepted move(String project, String name, String target, boolean live) {
        var content = Map.of("name", name, "migration", true, "live", live);
        var request = instance("POST", project, name).query("target", target).body(content);
        return calls.send(request).accepted();
    }

    private <T> List<T> list(String recursion, Class<T> shape) {
        var request =
                Request.of("GET", "instances")
                        .query("recursion", recursion)
                        .query("all-projects", "true");
        return calls.send(request).listOf(shape);
    }

    private static Request instance(String method, String project, String name) {
        return Request.of(method, "instances", name).query("project", project);
    }

    private static Request state(String method, String project, String name) {
        return Request.of(method, "instances", name, "state").query("project", project);
    }
}
