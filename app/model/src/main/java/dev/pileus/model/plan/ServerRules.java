package dev.pileus.model.plan;

import dev.pileus.api.Product;
import dev.pileus.api.Server;
import java.util.ArrayList;
import java.util.List;

/// What differs between servers in evacuation and restore, told apart by API extensions, never by
/// version. Where a change came without an extension of its own, a neighbour from the same release
/// stands in for it.
///
/// @param honoursGroup targets keep to the group that an instance was placed by
/// @param startsStopped instances that were stopped start on their new member when they are set to
///   start by themselves
/// @param oneAtATime refuses a second evacuation, and guards and hands over database roles first
/// @param stopsWhenSingle the only member of a cluster stops its instances
record ServerRules(
        NoTargetRule noTarget,
        boolean honoursGroup,
        boolean startsStopped,
        boolean oneAtATime,
        boolean stopsWhenSingle,
        List<EvacuationMode> evacuationModes,
        List<RestoreMode> restoreModes) {
    ServerRules {
        evacuationModes = List.copyOf(evacuationModes);
        restoreModes = List.copyOf(restoreModes);
    }

    static ServerRules of(Server server) {
        boolean lxd = server.product() == Product.LXD;
        return new ServerRules(
                noTarget(server),
                !lxd || server.has("clustering_restore_skip_mode"),
                !lxd || server.has("clustering_evacuation_mode"),
                server.has("clustering_evacuation_force"),
                !lxd && server.has("cluster_evacuating_restoring"),
                evacuationModes(server),
                restoreModes(server));
    }

    private static NoTargetRule noTarget(Server server) {
        return switch (server.product()) {
            case LXD -> NoTargetRule.SKIPS;
            case PILEUS -> NoTargetRule.STOPS_IN_PLACE;
            case INCUS, UNKNOWN ->
                    server.has("instance_refresh_migration")
                            ? NoTargetRule.STOPS_IN_PLACE
                            : server.has("cluster_rebalance")
                                    ? NoTargetRule.FAILS
                                    : NoTargetRule.SKIPS;
        };
    }

    private static List<EvacuationMode> evacuationModes(Server server) {
        var modes = new ArrayList<EvacuationMode>();
        modes.add(EvacuationMode.AUTOMATIC);
        if (server.has("clustering_evacuation_mode")) {
            modes.addAll(
                    List.of(
                            EvacuationMode.MIGRATE,
                            EvacuationMode.LIVE_MIGRATE,
                            EvacuationMode.STOP));
        }
        if (server.has("instance_refresh_migration")) {
            modes.add(EvacuationMode.REFRESH_MIGRATE);
        }
        if (server.has("clustering_evacuation_stop_options")) {
            modes.addAll(List.of(EvacuationMode.STATEFUL_STOP, EvacuationMode.FORCE_STOP));
        }
        return modes;
    }

    private static List<RestoreMode> restoreModes(Server server) {
        boolean skips =
                server.has("clustering_restore_skip_mode")
                        || server.has("cluster_evacuating_restoring");
        return skips
                ? List.of(RestoreMode.EVERYTHING, RestoreMode.SKIP)
                : List.of(RestoreMode.EVERYTHING);
    }
}
