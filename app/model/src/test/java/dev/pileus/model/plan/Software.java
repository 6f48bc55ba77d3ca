package dev.pileus.model.plan;

import java.util.List;

/// Servers with those of their API extensions that matter here.
public enum Software {
    LXD_5_0,
    LXD_6_9,
    INCUS_6_0_0,
    INCUS_6_0_4,
    INCUS_NEWEST;

    String server() {
        return this == LXD_5_0 || this == LXD_6_9 ? "lxd" : "incus";
    }

    List<String> extensions() {
        return switch (this) {
            case LXD_5_0 -> List.of("clustering_evacuation");
            case LXD_6_9 ->
                    List.of(
                            "clustering_evacuation_mode",
                            "clustering_restore_skip_mode",
                            "instance_placement_groups",
                            "clustering_control_plane",
                            "clustering_evacuation_force");
            case INCUS_6_0_0 ->
                    List.of("clustering_evacuation_mode", "clustering_evacuation_stop_options");
            case INCUS_6_0_4 ->
                    List.of(
                            "clustering_evacuation_mode",
                            "clustering_evacuation_stop_options",
                            "disk_io_bus_cache_filesystem",
                            "cluster_rebalance");
            case INCUS_NEWEST ->
                    List.of(
                            "clustering_evacuation_mode",
                            "clustering_evacuation_stop_options",
                            "disk_io_bus_cache_filesystem",
                            "cluster_rebalance",
                            "cluster_evacuating_restoring",
                            "instance_selinux",
                            "instance_refresh_migration");
        };
    }
}
