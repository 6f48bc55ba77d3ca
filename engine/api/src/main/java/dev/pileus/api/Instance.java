package dev.pileus.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A container or virtual machine (CONTRACT 15.1).
///
/// @param type `container` or `virtual-machine`
/// @param status as the server words it, e.g. `Running`, `Stopped`, `Frozen`, `Error`
/// @param location member that holds it; `none` on a standalone server
/// @param expandedConfig own keys over those of the profiles
/// @param expandedDevices own devices over those of the profiles: name to keys
/// @param state only with `recursion=2`, and not for an offline member
/// @param snapshots only with `recursion=2`, and only where there are some
public record Instance(
        String name,
        String project,
        String type,
        String status,
        int statusCode,
        String location,
        String architecture,
        String description,
        boolean ephemeral,
        boolean stateful,
        List<String> profiles,
        Map<String, String> config,
        Map<String, Map<String, String>> devices,
        Map<String, String> expandedConfig,
        Map<String, Map<String, String>> expandedDevices,
        Instant createdAt,
        Instant lastUsedAt,
        @Nullable InstanceState state,
        @Nullable List<InstanceSnapshot> snapshots) {
    public static final String CONTAINER = "container";
    public static final String VIRTUAL_MACHINE = "virtual-machine";

    /// Config key: what an evacuation does with the instance; `auto` when not set.
    public static final String EVACUATE = "cluster.evacuate";

    /// Volatile key: the member it was evacuated from.
    public static final String EVACUATE_ORIGIN = "volatile.evacuate.origin";

    /// Volatile key: `RUNNING` when a stop was not the user's wish.
    public static final String LAST_POWER = "volatile.last_state.power";

    /// Volatile key: the group it was placed by.
    public static final String CLUSTER_GROUP = "volatile.cluster.group";

    public Instance {
        name = Absent.text(name);
        project = Absent.text(project);
        type = Absent.text(type);
        status = Absent.text(status);
        location = Absent.text(location);
        architecture = Absent.text(architecture);
        description = Absent.text(description);
        profiles = Absent.list(profiles);
        config = Absent.map(config);
        devices = Absent.map(devices);
        expandedConfig = Absent.map(expandedConfig);
        expandedDevices = Absent.map(expandedDevices);
        createdAt = createdAt == null ? Instant.EPOCH : createdAt;
        lastUsedAt = lastUsedAt == null ? Instant.EPOCH : lastUsedAt;
        snapshots = snapshots == null ? null : Absent.list(snapshots);
    }

    /// What `PUT` replaces.
    public InstanceUpdate writable() {
        return new InstanceUpdate(
                architecture, config, devices, ephemeral, profiles, stateful, description, "");
    }

    public boolean isRunning() {
        return statusCode == StatusCode.RUNNING;
    }

    /// Whether there is anything to stop: a frozen instance is up as well. What its member does not
    /// tell of counts as down.
    public boolean isUp() {
        return statusCode != StatusCode.STOPPED && statusCode != StatusCode.ERROR;
    }

    public boolean isVirtualMachine() {
        return type.equals(VIRTUAL_MACHINE);
    }

    /// A config key of the instance or its profiles, empty when not set.
    public String setting(String key) {
        return expandedConfig.getOrDefault(key, "");
    }

    /// A volatile key, empty when not set.
    public String volatileKey(String key) {
        return config.getOrDefault(key, "");
    }
}
