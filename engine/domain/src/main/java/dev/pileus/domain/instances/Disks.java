package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import dev.pileus.database.Database;
import dev.pileus.domain.options.Flags;
import dev.pileus.domain.projects.Feature;
import dev.pileus.domain.projects.Projects;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds what disk devices show of the host: folders and files of its own, and custom volumes.
public final class Disks {
    private final Database database;
    private final Volumes volumes;
    private final Predicate<Path> exists;

    /// Works for one member.
    ///
    /// @param exists whether there is something on the host
    public Disks(Database database, Volumes volumes, Predicate<Path> exists) {
        this.database = database;
        this.volumes = volumes;
        this.exists = exists;
    }

    /// A disk that is not the root; empty when what it shows is missing and not required.
    Optional<Launch.Mount> mount(StoredInstance instance, String device, Map<String, String> keys) {
        var pool = keys.getOrDefault("pool", "");
        var source = keys.getOrDefault("source", "");
        var path =
                pool.isEmpty()
                        ? absolute(device, source)
                        : volume(instance.project(), pool, source);
        if (!exists.test(path)) {
            if (!Flags.isOn(keys.getOrDefault("required", "true"))) {
                return Optional.empty();
            }
            throw new ApiException(
                    400,
                    pool.isEmpty()
                            ? "Missing source path \"%s\" for disk \"%s\"".formatted(source, device)
                            : "Storage volume \"%s\" for disk \"%s\" is not on this member"
                                    .formatted(source, device));
        }
        return Optional.of(
                new Launch.Mount(
                        path,
                        keys.getOrDefault("path", ""),
                        isOn(keys, "readonly"),
                        !instance.flag("security.privileged")
                                && (!pool.isEmpty() || isOn(keys, "shift"))));
    }

    /// The names of the disks that are not the root; what lies in another one comes after it.
    static List<String> names(Map<String, Map<String, String>> devices) {
        return devices.entrySet().stream()
                .filter(device -> "disk".equals(device.getValue().get("type")))
                .filter(device -> !Volumes.isRoot(device.getValue()))
                .sorted(
                        Comparator.comparing((Map.Entry<String, Map<String, String>> device) ->
                                device.getValue().getOrDefault("path", "")))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Path absolute(String device, String source) {
        if (!source.startsWith("/")) {
            throw new ApiException(
                    400, "The source of disk \"%s\" must be an absolute path".formatted(device));
        }
        return Path.of(source);
    }

    private Path volume(String project, String pool, String volume) {
        if (volume.contains("/") || volume.startsWith(".")) {
            throw new ApiException(400, "Invalid volume name \"%s\"".formatted(volume));
        }
        var owner =
                database.read(
                        reader -> Projects.owner(reader, project, Feature.STORAGE_VOLUMES).name());
        return volumes.custom(pool, owner, volume);
    }

    private static boolean isOn(Map<String, String> keys, String key) {
        return Flags.isOn(keys.getOrDefault(key, ""));
    }
}
