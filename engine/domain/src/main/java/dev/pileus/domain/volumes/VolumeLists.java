package dev.pileus.domain.volumes;

import dev.pileus.api.StorageVolume;
import dev.pileus.database.Reader;
import dev.pileus.domain.instances.Instances;
import dev.pileus.domain.instances.StoredInstance;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// All volumes of a pool: those that people have made, and one for each instance.
final class VolumeLists {
    private VolumeLists() {}

    /// @param target a member's name, empty: of all members
    static List<StorageVolume> of(
            Reader reader,
            String pool,
            String target,
            Predicate<StoredVolume> volumes,
            Predicate<StoredInstance> instances) {
        var ofInstances =
                Instances.all(reader).stream()
                        .filter(instances)
                        .filter(instance -> isOn(instance, pool))
                        .map(VolumeLists::volume);
        var custom =
                VolumesRepository.all(reader).stream()
                        .filter(volume -> volume.pool().equals(pool))
                        .filter(volumes)
                        .map(volume -> volume.shown(VolumeUses.urls(reader, volume)));
        return Stream.concat(ofInstances, custom)
                .filter(volume -> target.isEmpty() || volume.location().equals(target))
                .toList();
    }

    private static boolean isOn(StoredInstance instance, String pool) {
        return instance.expandedDevices().values().stream()
                .anyMatch(device -> isRoot(device) && pool.equals(device.get("pool")));
    }

    private static boolean isRoot(Map<String, String> device) {
        return "disk".equals(device.get("type")) && "/".equals(device.get("path"));
    }

    private static StorageVolume volume(StoredInstance instance) {
        return new StorageVolume(
                Map.of(),
                "",
                instance.name(),
                instance.type(),
                List.of(instance.url()),
                instance.location(),
                StorageVolume.FILESYSTEM,
                instance.project(),
                instance.createdAt());
    }
}
