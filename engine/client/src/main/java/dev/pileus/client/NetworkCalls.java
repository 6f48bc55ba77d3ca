package dev.pileus.client;

import dev.pileus.api.ConfigPatch;
import dev.pileus.api.Network;
import dev.pileus.api.NetworkLease;
import dev.pileus.api.NewNetwork;
import java.util.List;

/// `/1.0/networks`, of one project.
public final class NetworkCalls {
    private final Calls calls;

    NetworkCalls(Calls calls) {
        this.calls = calls;
    }

    /// Those that the server manages, and the host's other interfaces.
    public List<Network> list(String project) {
        return calls.send(networks("GET", project).query("recursion", "1")).listOf(Network.class);
    }

    /// The addresses that a network has given out.
    public List<NetworkLease> leases(String project, String name) {
        return calls.send(Request.of("GET", "networks", name, "leases").query("project", project))
                .listOf(NetworkLease.class);
    }

    /// First step in a cluster: what a network will be on one member.
    public void define(String project, String member, NewNetwork network) {
        calls.change(networks("POST", project).query("target", member).body(network));
    }

    /// Last step in a cluster, the only one elsewhere.
    public void create(String project, NewNetwork network) {
        calls.change(networks("POST", project).body(network));
    }

    /// Changes what the patch names, and leaves the rest.
    public void change(String project, String name, ConfigPatch patch) {
        calls.change(network("PATCH", project, name).body(patch));
    }

    public void delete(String project, String name) {
        calls.change(network("DELETE", project, name));
    }

    private static Request networks(String method, String project) {
        return Request.of(method, "networks").query("project", project);
    }

    private static Request network(String method, String project, String name) {
        return Request.of(method, "networks", name).query("project", project);
    }
}
