package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import dev.pileus.api.InstanceUpdate;
import dev.pileus.api.Project;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Finds the files of instances on this member.
public final class Volumes {
    private final Pools pools;

    public Volumes(Pools pools) {
        this.pools = pools;
    }

    /// Where an instance's files are.
    public Volume of(StoredInstance instance) {
        return new Volume(pools.place(rootPool(instance.expandedDevices())), instance.handle());
    }

    /// Where its files would be on another pool.
    Volume of(StoredInstance instance, String pool) {
        return new Volume(pools.place(pool), instance.handle());
    }

    /// Where a custom volume is.
    ///
    /// @param owner the project that it belongs to
    Path custom(String pool, String owner, String volume) {
        return pools.place(pool)
                .resolve("custom")
                .resolve((owner.isEmpty() ? Project.DEFAULT : owner) + "_" + volume);
    }

    /// The name of the device that is `/`.
    static Optional<String> rootDevice(Map<String, Map<String, String>> devices) {
        return devices.entrySet().stream()
                .filter(device -> isRoot(device.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    /// The pool that an instance with these devices lies on.
    ///
    /// @throws ApiException 400
    public static String rootPool(Map<String, Map<String, String>> devices) {
        return rootDevice(devices)
                .map(name -> devices.getOrDefault(name, Map.of()).getOrDefault("pool", ""))
                .filter(pool -> !pool.isEmpty())
                .orElseThrow(() ->
                        new ApiException(
                                400,
                                "Failed creating instance record: Failed initializing instance: Failed getting root disk: No root device could be found"));
    }

    /// What an instance has of its own, so that it lies on a pool.
    ///
    /// @param expanded its devices with those of its profiles
    static InstanceUpdate rootedOn(
            String pool, InstanceUpdate own, Map<String, Map<String, String>> expanded) {
        if (rootPool(expanded).equals(pool)) {
            return own;
        }
        var devices = new TreeMap<>(own.devices());
        rootDevice(expanded)
                .ifPresent(name -> {
                    var keys = new TreeMap<>(expanded.getOrDefault(name, Map.of()));
                    keys.put("pool", pool);
                    devices.put(name, keys);
                });
        return own.withDevices(devices);
    }

    static boolean isRoot(Map<String, String> device) {
        return "disk".equals(device.get("type"))
                && "/".equals(device.get("path"))
                && device.getOrDefault("source", "").isEmpty();
    }
}
