package dev.pileus.domain.evacuation;

import java.util.Map;
import java.util.Set;

/// Tells whether the devices of an instance are on other members as well.
final class Movability {
    private Movability() {}

    /// @param devices name to keys
    /// @param networks that all members have
    static boolean of(Map<String, Map<String, String>> devices, Set<String> networks) {
        return devices.values().stream().allMatch(device -> isEverywhere(device, networks));
    }

    private static boolean isEverywhere(Map<String, String> device, Set<String> networks) {
        return switch (device.getOrDefault("type", "")) {
            case "none", "tpm" -> true;
            // the files of the root move along; other disks are on this host's pools or in its
            // folders
            case "disk" -> device.getOrDefault("source", "").isEmpty();
            case "nic" -> isEverywhereNic(device, networks);
            default -> false;
        };
    }

    private static boolean isEverywhereNic(Map<String, String> device, Set<String> networks) {
        return !device.getOrDefault("network", "").isEmpty()
                || "p2p".equals(device.get("nictype"))
                || networks.contains(device.getOrDefault("parent", ""));
    }
}
