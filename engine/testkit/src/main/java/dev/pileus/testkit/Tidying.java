package dev.pileus.testkit;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.MemberStatus;
import java.util.ArrayList;
import java.util.List;

/// Takes back what tests leave behind in a cluster whose daemons run.
final class Tidying {
    private final RealCluster cluster;

    Tidying(RealCluster cluster) {
        this.cluster = cluster;
    }

    /// @throws IllegalStateException when members came or went
    void run() {
        deleteInstances();
        restoreEvacuated();
        var started = cluster.members().stream().map(PeerMember::name).toList();
        var present = cluster.clusterMembers().stream().map(ClusterMember::serverName).toList();
        if (!present.equals(started)) {
            throw new IllegalStateException("Not the members any more that were started");
        }
    }

    private void deleteInstances() {
        if (!cluster.runsInstances()) {
            return;
        }
        var instances = cluster.client("list", "-f", "csv", "-c", "n").lines().toList();
        if (!instances.isEmpty()) {
            var words = new ArrayList<String>(List.of("delete", "-f"));
            words.addAll(instances);
            cluster.client(words.toArray(String[]::new));
        }
    }

    private void restoreEvacuated() {
        for (var member : cluster.clusterMembers()) {
            if (member.condition() == MemberStatus.EVACUATED) {
                cluster.client("cluster", "restore", member.serverName(), "--force");
            }
        }
    }
}
