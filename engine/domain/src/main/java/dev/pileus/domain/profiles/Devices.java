package dev.pileus.domain.profiles;

import dev.pileus.api.ApiException;
import dev.pileus.database.Reader;
import dev.pileus.domain.options.ValueRule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Refuses devices that no instance can have, of profiles and of instances. The words are the stock
/// servers'.
public final class Devices {
    private static final Set<String> NIC_TYPES =
            Set.of("bridged", "ipvlan", "macvlan", "ovn", "p2p", "physical", "routed", "sriov");

    private static final Set<String> NEEDING_NO_PARENT = Set.of("p2p", "routed", "sriov");

    private static final List<String> FLAGS = List.of("readonly", "recursive", "required", "shift");

    /// Of interfaces on Linux.
    private static final int LONGEST_NAME = 15;

    private static final Pattern MAC = Pattern.compile("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}");

    private final KnownNetworks networks;

    public Devices(KnownNetworks networks) {
        this.networks = networks;
    }

    /// Refuses the first one that cannot be.
    ///
    /// @param project whose networks they can be connected to
    /// @throws ApiException 400
    public void check(Reader reader, String project, Map<String, Map<String, String>> devices) {
        demandDifferentPaths(devices);
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

    /// Refuses two disks at one place.
    ///
    /// @throws ApiException 400
    public static void demandDifferentPaths(Map<String, Map<String, String>> devices) {
        var paths = new HashSet<String>();
        new TreeMap<>(devices)
                .forEach((name, keys) -> {
                    var path = keys.getOrDefault("path", "");
                    if ("disk".equals(keys.get("type")) && !path.isEmpty() && !paths.add(path)) {
                        throw new ApiException(
                                400,
                                "Device validation failed for \"%s\": More than one disk device uses the same path: %s"
                                        .formatted(name, path));
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

    static boolean isRoot(Map<String, String> keys) {
        return "disk".equals(keys.get("type")) && "/".equals(keys.get("path"));
    }

    private static void checkDisk(Map<String, String> keys) {
        var isRoot = "/".equals(keys.get("path")) && !keys.containsKey("source");
        if ("/".equals(keys.get("path")) && keys.containsKey("source")) {
            throw new ApiException(400, "Root disk entry may not have a \"source\" property set");
        }
        if (isRoot && !keys.containsKey("pool")) {
            throw new ApiException(400, "Root disk entry must have a \"pool\" property set");
        }
        if (!keys.containsKey("source") && !keys.containsKey("path")) {
            throw new ApiException(
                    400, "Disk entry is missing the required \"source\" or \"path\" property");
        }
        for (var key : FLAGS) {
            var value = keys.getOrDefault(key, "");
            ValueRule.bool()
                    .complaint(value)
                    .ifPresent(complaint -> {
                        if (!value.isEmpty()) {
                            throw new ApiException(
                                    400,
                                    "Invalid value for device option \"%s\": %s"
                                            .formatted(key, complaint));
                        }
                    });
        }
        if (List.of(keys.getOrDefault("path", "").split("/", -1)).contains("..")) {
            throw new ApiException(400, "The path must not contain \"..\"");
        }
        if (keys.containsKey("pool") && keys.getOrDefault("source", "").startsWith("/")) {
            throw new ApiException(400, "Storage volumes cannot be specified as absolute paths");
        }
    }

    private void checkNic(Reader reader, String project, String name, Map<String, String> keys) {
        var address = keys.get("hwaddr");
        if (address != null && !MAC.matcher(address).matches()) {
            throw new ApiException(
                    400,
                    "Invalid value for device option \"hwaddr\": Invalid MAC address, must be 6 bytes of hex separated by colons");
        }
        for (var key : List.of("host_name", "name")) {
            if (keys.getOrDefault(key, "").length() > LONGEST_NAME) {
                throw new ApiException(
                        400,
                        "Invalid value for device option \"%s\": Network interface is too long (maximum %d characters)"
                                .formatted(key, LONGEST_NAME));
            }
        }
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
        } else if (!NEEDING_NO_PARENT.contains(keys.getOrDefault("nictype", ""))
                && keys.getOrDefault("parent", "").isEmpty()) {
            throw new ApiException(
                    400, "Invalid value for device option \"parent\": Required value");
        }
    }

    private static ApiException unloadable(String name, String why) {
        return new ApiException(400, "Failed loading device \"%s\": %s".formatted(name, why));
    }
}
