package dev.pileus.model.plan;

import dev.pileus.api.Product;
import dev.pileus.api.Server;
import java.util.ArrayList;
import java.util.List;

/// What differs between servers in evacuation and restore. Told apart by API extensions, never by
/// version; where a change came without an extension of its own, a neighbour from the same release
/// stands in for it.
///
/// @param honoursGroup targets keep to the group that an instance was placed by
/// @param reachesGroupOnly members that take instances by group only are targets for what was
///   placed by such a group
/// @param startsStopped instances that were stopped start on their new member when they are set to
///   start by themselves
/// @param guardsVoters refuses to lose a needed voter, hands database roles over first, and allows
///   one evacuation at a time (LXD 6.9)
/// @param stopsWhenSingle the only member of a cluster stops its instances
/// @param movesSpecialDisks disks that the server makes itself, such as cloud-init's, can move
/// @param fallsOverHostDisks the daemon crashes when it asks whether a disk without a pool can move
record ServerRules(
        NoTargetRule noTarget,
        boolean honoursGroup,
        boolean reachesGroupOnly,
        boolean startsStopped,
        boolean guardsVoters,
        boolean stopsWhenSingle,
        boolean movesSpecialDisks,
        boolean fallsOverHostDisks,
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
                server.product() == Product.PILEUS || server.has("instance_selinux"),
                startsStopped(server),
                server.has("clustering_evacuation_force"),
                !lxd && server.has("cluster_evacuating_restoring"),
                !lxd,
                fallsOverHostDisks(server),
                evacuationModes(server),
                restoreModes(server));
    }

    /// Incus began to sort the candidates, instead of looking for the smallest, when it began to
    /// fail without any.
    boolean sortsCandidates() {
        return noTarget != NoTargetRule.SKIPS;
    }

    /// Incus handles instances in a pool of tasks, however small: the failure of one does not keep
    /// the others from beginning, they only cannot move any more (seen on 6.0.4).
    boolean goesOnAfterFailure() {
        return noTarget != NoTargetRule.SKIPS;
    }

    /// Failing came with Incus 6.7 and 6.0.3, stopping in place shortly after 7.3.
    private static NoTargetRule noTarget(Server server) {
        return switch (server.product()) {
            case LXD -> NoTargetRule.SKIPS;
            case PILEUS -> NoTargetRule.STOPS_IN_PLACE;
            case INCUS, UNKNOWN -> {
                if (server.has("instance_refresh_migration")) {
                    yield NoTargetRule.STOPS_IN_PLACE;
                }
                yield server.has("cluster_rebalance") ? NoTargetRule.FAILS : NoTargetRule.SKIPS;
            }
        };
    }

    private static boolean startsStopped(Server server) {
        return switch (server.product()) {
            case PILEUS -> false;
            case LXD -> server.has("clustering_evacuation_mode");
            case INCUS, UNKNOWN -> true;
        };
    }

    /// Mended in LXD 6.8, Incus 6.3 and 6.0.2. Seen on LXD 5.0.2.
    private static boolean fallsOverHostDisks(Server server) {
        return switch (server.product()) {
            case LXD -> !server.has("clustering_control_plane");
            case INCUS -> !server.has("disk_io_bus_cache_filesystem");
            case PILEUS, UNKNOWN -> false;
        };
    }

    private static List<EvacuationMode> evacuationModes(Server server) {
        var modes = new ArrayList<EvacuationMode>();
        modes.add(EvacuationMode.AUTOMATIC);
        if (server.has("clustering_evacuation_mode")) {
            modes.add(EvacuationMode.MIGRATE);
            modes.add(EvacuationMode.LIVE_MIGRATE);
            modes.add(EvacuationMode.STOP);
        }
        if (server.has("instance_refresh_migration")) {
            modes.add(EvacuationMode.REFRESH_MIGRATE);
        }
        if (server.has("clustering_evacuation_stop_options")) {
            modes.add(EvacuationMode.STATEFUL_STOP);
            modes.add(EvacuationMode.FORCE_STOP);
        }
        return modes;
    }

    /// Incus learned to skip without an extension, together with its two new statuses.
    private static List<RestoreMode> restoreModes(Server server) {
        boolean skips =
                server.has("clustering_restore_skip_mode")
                        || server.has("cluster_evacuating_restoring");
        return skips
                ? List.of(RestoreMode.EVERYTHING, RestoreMode.SKIP)
                : List.of(RestoreMode.EVERYTHING);
    }
}
