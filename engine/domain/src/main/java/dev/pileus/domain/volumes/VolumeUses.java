package dev.pileus.domain.volumes;

import dev.pileus.database.Reader;
import dev.pileus.domain.Urls;
import dev.pileus.domain.instances.Instances;
import dev.pileus.domain.projects.Feature;
import dev.pileus.domain.projects.Projects;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Who uses a volume: instances on its member, and profiles.
final class VolumeUses {
    private static final String PROFILES =
            """
            SELECT DISTINCT o.name AS project, p.name AS profile
            FROM profiles_devices_config pool
            JOIN profiles_devices_config source ON source.profile_device_id = pool.profile_device_id
            JOIN profiles_devices d ON d.id = pool.profile_device_id
            JOIN profiles p ON p.id = d.profile_id
            JOIN projects o ON o.id = p.project_id
            WHERE pool.key = 'pool' AND pool.value = ? AND source.key = 'source' AND source.value = ?
            ORDER BY o.name, p.name\
            """;

    private VolumeUses() {}

    /// URLs, those of instances first.
    static List<String> urls(Reader reader, StoredVolume volume) {
        return Stream.concat(
                        instances(reader, volume).stream(),
                        reader.select(PROFILES, volume.pool(), volume.name()).stream()
                                .filter(row -> sees(reader, row.text("project"), volume))
                                .map(row ->
                                        Urls.in(
                                                row.text("project"),
                                                "profiles",
                                                row.text("profile"))))
                .toList();
    }

    /// URLs of instances that have it as a disk.
    static List<String> instances(Reader reader, StoredVolume volume) {
        return Instances.on(reader, volume.member()).stream()
                .filter(instance ->
                        instance.expandedDevices().values().stream()
                                .anyMatch(device -> names(device, volume)))
                .filter(instance -> sees(reader, instance.project(), volume))
                .map(instance -> instance.url())
                .toList();
    }

    private static boolean names(Map<String, String> device, StoredVolume volume) {
        return "disk".equals(device.get("type"))
                && volume.pool().equals(device.get("pool"))
                && volume.name().equals(device.get("source"));
    }

    private static boolean sees(Reader reader, String project, StoredVolume volume) {
        return Projects.owner(reader, project, Feature.STORAGE_VOLUMES)
                .name()
                .equals(volume.project());
    }
}
