package dev.pileus.domain.moves;

import dev.pileus.api.ApiException;
import dev.pileus.database.Reader;
import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.projects.Feature;
import dev.pileus.domain.projects.Projects;
import dev.pileus.domain.volumes.Volumes;
import java.util.Map;
import java.util.TreeMap;

/// Custom volumes lie on one member, and do not move with the instances that use them.
final class LocalVolumes {
    private LocalVolumes() {}

    /// Refuses a member on which a volume is missing that an instance needs.
    ///
    /// @throws ApiException 400
    static void demandOn(Reader reader, StoredInstance instance, Member home) {
        var owner = Projects.owner(reader, instance.project(), Feature.STORAGE_VOLUMES).name();
        new TreeMap<>(instance.expandedDevices())
                .forEach((name, keys) -> {
                    var pool = keys.getOrDefault("pool", "");
                    var source = keys.getOrDefault("source", "");
                    if (isVolume(keys)
                            && Volumes.all(reader).stream()
                                    .noneMatch(volume ->
                                            volume.member() == home.id()
                                                    && volume.pool().equals(pool)
                                                    && volume.project().equals(owner)
                                                    && volume.name().equals(source))) {
                        throw new ApiException(
                                400,
                                "Storage volume \"%s\" for disk \"%s\" is not on member \"%s\""
                                        .formatted(source, name, home.name()));
                    }
                });
    }

    private static boolean isVolume(Map<String, String> keys) {
        return "disk".equals(keys.get("type"))
                && !keys.getOrDefault("pool", "").isEmpty()
                && !keys.getOrDefault("source", "").isEmpty()
                && !"false".equals(keys.get("required"));
    }
}
