package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Which of the keys and devices that profiles may hold instances of this server can have. What
/// would do nothing is refused, so that nobody relies on it.
final class Support {
    private static final Set<String> KEYS =
            Set.of(
                    "boot.autostart",
                    "boot.autostart.delay",
                    "boot.autostart.priority",
                    "boot.host_shutdown_action",
                    "boot.host_shutdown_timeout",
                    "boot.stop.priority",
                    "cluster.evacuate",
                    "limits.cpu",
                    "limits.cpu.allowance",
                    "limits.memory",
                    "limits.processes",
                    "raw.lxc",
                    "security.nesting",
                    "security.privileged",
                    "security.protection.delete",
                    "snapshots.expiry",
                    "snapshots.pattern");
    private static final Pattern FAMILIES =
            Pattern.compile(
                    "(environment|image|limits\\.kernel|linux\\.sysctl|user|volatile)\\..+");
    private static final Set<String> DEVICES = Set.of("disk", "nic", "none");
    private static final Set<String> DISK =
            Set.of("path", "pool", "readonly", "recursive", "required", "shift", "source", "type");
    private static final Set<String> NIC =
            Set.of("host_name", "hwaddr", "mtu", "name", "network", "nictype", "parent", "type");

    private Support() {}

    /// Refuses what this server cannot do for instances.
    ///
    /// @throws ApiException 400
    static void check(Map<String, String> config, Map<String, Map<String, String>> devices) {
        new TreeMap<>(config)
                .forEach((key, value) -> {
                    if (!KEYS.contains(key) && !FAMILIES.matcher(key).matches()) {
                        throw new ApiException(
                                400,
                                "Configuration key \"%s\" is not supported by this server"
                                        .formatted(key));
                    }
                    if (!key.equals("raw.lxc") && !isOneLine(value) && !key.startsWith("user.")) {
                        throw new ApiException(
                                400, "The value of \"%s\" has a control character".formatted(key));
                    }
                });
        if (config.getOrDefault("snapshots.pattern", "").contains("{")) {
            throw new ApiException(
                    400, "Templates in \"snapshots.pattern\" are not supported by this server");
        }
        new TreeMap<>(devices).forEach(Support::checkDevice);
    }

    private static void checkDevice(String name, Map<String, String> keys) {
        var type = keys.getOrDefault("type", "");
        if (!DEVICES.contains(type) || !isOneLine(name)) {
            throw refused(
                    name,
                    "devices of type \"%s\" are not supported by this server".formatted(type));
        }
        var known =
                switch (type) {
                    case "disk" -> DISK;
                    case "nic" -> NIC;
                    default -> keys.keySet();
                };
        new TreeMap<>(keys)
                .forEach((key, value) -> {
                    if (!known.contains(key) && !key.startsWith("user.")) {
                        throw refused(
                                name,
                                "option \"%s\" is not supported by this server".formatted(key));
                    }
                    if (!isOneLine(value)) {
                        throw refused(name, "option \"%s\" has a control character".formatted(key));
                    }
                });
        if (type.equals("disk") && !keys.getOrDefault("path", "").startsWith("/")) {
            throw refused(name, "the path must be absolute");
        }
    }

    private static boolean isOneLine(String value) {
        return value.chars().noneMatch(Character::isISOControl);
    }

    private static ApiException refused(String device, String why) {
        return new ApiException(
                400, "Device validation failed for \"%s\": %s".formatted(device, why));
    }
}
