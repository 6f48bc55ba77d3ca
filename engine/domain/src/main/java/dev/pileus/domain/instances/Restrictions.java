package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import dev.pileus.domain.caller.Caller;
import dev.pileus.domain.options.Flags;
import dev.pileus.domain.projects.StoredProject;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What instances of a restricted project may not do. What its keys do not allow is forbidden:
/// whoever uses such a project is not to get at the host. Refusals are 403, in the stock servers'
/// words.
final class Restrictions {
    private static final String ALLOW = "allow";
    private static final String BLOCK = "block";
    private static final String MANAGED = "managed";
    private static final Set<String> LOW_LEVEL =
            Set.of("boot.host_shutdown_action", "boot.host_shutdown_timeout", "raw.lxc");

    private final StoredProject project;
    private final boolean restricted;

    private Restrictions(StoredProject project) {
        this.project = project;
        this.restricted = Flags.isOn(project.config().getOrDefault("restricted", ""));
    }

    static Restrictions of(StoredProject project) {
        return new Restrictions(project);
    }

    /// Refuses keys and devices, those of profiles included.
    ///
    /// @throws ApiException 403
    void check(Map<String, String> config, Map<String, Map<String, String>> devices) {
        if (!restricted) {
            return;
        }
        new TreeMap<>(config).forEach(this::checkKey);
        new TreeMap<>(devices).forEach(this::checkDevice);
    }

    private void checkKey(String key, String value) {
        var yes = Flags.isOn(value);
        if (key.equals("security.privileged") && yes && !is("containers.privilege", ALLOW)) {
            throw refused(key, "Privileged containers are forbidden");
        }
        if (key.equals("security.nesting") && yes && !is("containers.nesting", ALLOW)) {
            throw refused(key, "Container nesting is forbidden");
        }
        if (LOW_LEVEL.contains(key) && !is("containers.lowlevel", ALLOW)) {
            throw refused(key, "Use of low-level config is forbidden");
        }
    }

    private void checkDevice(String name, Map<String, String> keys) {
        switch (keys.getOrDefault("type", "")) {
            case "disk" -> {
                if (!Volumes.isRoot(keys)) {
                    checkDisk(name, keys);
                }
            }
            case "nic" -> checkNic(name, keys);
            default -> {}
        }
    }

    private void checkDisk(String name, Map<String, String> keys) {
        switch (word("devices.disk", MANAGED)) {
            case BLOCK -> throw refused(name, "Disk devices are forbidden");
            case ALLOW -> checkPath(name, keys);
            default -> {
                if (keys.getOrDefault("pool", "").isEmpty()) {
                    throw refused(name, "Attaching disks not backed by a pool is forbidden");
                }
            }
        }
    }

    /// Where paths are named, nothing else of the host may be shown.
    private void checkPath(String name, Map<String, String> keys) {
        var paths = word("devices.disk.paths", "");
        var source = keys.getOrDefault("source", "");
        if (paths.isEmpty() || !keys.getOrDefault("pool", "").isEmpty()) {
            return;
        }
        if (source.contains("..")
                || Arrays.stream(paths.split(",", -1))
                        .map(path -> path.strip().replaceFirst("/+$", ""))
                        .noneMatch(path -> source.equals(path) || source.startsWith(path + "/"))) {
            throw refused(name, "Disk source path \"%s\" is forbidden".formatted(source));
        }
    }

    private void checkNic(String name, Map<String, String> keys) {
        switch (word("devices.nic", MANAGED)) {
            case BLOCK -> throw refused(name, "Network devices are forbidden");
            case ALLOW -> {}
            default -> {
                if (keys.getOrDefault("network", "").isEmpty()) {
                    throw refused(name, "Only managed network devices are allowed");
                }
            }
        }
    }

    /// Refuses to let people choose a member; whoever may do everything may do that, too.
    ///
    /// @throws ApiException 403
    void checkTarget() {
        var mayDoAll = Caller.current().map(Caller::isUnrestricted).orElse(true);
        if (restricted && !mayDoAll && !is("cluster.target", ALLOW)) {
            throw new ApiException(403, "This project doesn't allow cluster member targeting");
        }
    }

    /// @throws ApiException 403 unless snapshots may be taken
    void checkSnapshots() {
        if (restricted && !is("snapshots", ALLOW)) {
            throw new ApiException(
                    403,
                    "Project \"%s\" doesn't allow for snapshot creation".formatted(project.name()));
        }
    }

    private boolean is(String key, String value) {
        return word(key, "").equals(value);
    }

    private String word(String key, String usual) {
        var value = project.config().getOrDefault("restricted." + key, "");
        return value.isEmpty() ? usual : value;
    }

    private ApiException refused(String what, String why) {
        return new ApiException(
                403,
                "Project \"%s\" does not allow \"%s\": %s".formatted(project.name(), what, why));
    }
}
