package dev.pileus.domain.profiles;

import dev.pileus.api.ApiException;
import dev.pileus.database.Reader;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Refuses devices that no instance can have. The words are the stock servers'.
final class Devices {
    private static final Set<String> NIC_TYPES =
            Set.of("bridged", "ipvlan", "macvlan", "ovn", "p2p", "physical", "routed", "sriov");

    private final KnownNetworks networks;

    Devices(KnownNetworks networks) {
        this.networks = networks;
    }

    void check(Reader reader, String project, Map<String, Map<String, String>> devices) {
        new TreeMap<>(devices)
                .forEach((name, keys) -> {
                    try {
                        check(reader, project, name, keys);
                    } catch (ApiException refusal) {
                        throw new ApiException(
                                refusal.status(),
                                "Device validation failed for \"%s\": %s"
                                        .formatted(name, refusal.text()));
                    }
                });
    }

    private void check(Reader reader, String project, String name, Map<String, String> keys) {
        var type = keys.get("type");
        if (type == null) {
            throw unloadable(name, "Missing device type in config");
        }
        var known = DeviceOptions.of(type);
        if (known.isEmpty()) {
            throw unloadable(name, "Unsupported device type");
        }
        switch (type) {
            case "disk" -> checkDisk(keys);
            case "nic" -> checkNic(reader, project, name, keys);
            default -> {}
        }
        keys.keySet().stream()
                .filter(key -> !key.equals("type") && !known.get().knows(key))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    throw new ApiException(400, "Invalid device option \"%s\"".formatted(key));
                });
    }

    private static void checkDisk(Map<String, String> keys) {
        var isRoot = "/".equals(keys.get("path")) && !keys.containsKey("source");
        if (isRoot && !keys.containsKey("pool")) {
            throw new ApiException(400, "Root disk entry must have a \"pool\" property set");
        }
        if (!keys.containsKey("source") && !keys.containsKey("path")) {
            throw new ApiException(
                    400, "Disk entry is missing the required \"source\" or \"path\" property");
        }
    }

    private void checkNic(Reader reader, String project, String name, Map<String, String> keys) {
        var network = keys.get("network");
        if (network != null) {
            if (!networks.exists(reader, project, network)) {
                throw unloadable(
                        name,
                        "Failed to load network \"%s\" for project \"%s\": Network not found"
                                .formatted(network, project));
            }
        } else if (!NIC_TYPES.contains(keys.getOrDefault("nictype", ""))) {
            throw unloadable(name, "Unsupported device type");
        }
    }

    private static ApiException unloadable(String name, String why) {
        return new ApiException(400, "Failed loading device \"%s\": %s".formatted(name, why));
    }
}
