package dev.pileus.client;

import dev.pileus.api.Cluster;

/// `/1.0/cluster`: whether a server is clustered, and becoming so.
public final class ClusterCalls {
    private final Calls calls;

    ClusterCalls(Calls calls) {
        this.calls = calls;
    }

    public Cluster get() {
        return calls.send(Request.of("GET", "cluster")).as(Cluster.class);
    }
}
