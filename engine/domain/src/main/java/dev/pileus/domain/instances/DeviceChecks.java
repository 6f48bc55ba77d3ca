package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import dev.pileus.api.InstanceUpdate;
import dev.pileus.database.Reader;
import dev.pileus.domain.profiles.Devices;
import java.util.Map;

/// Refuses devices that an instance cannot have, before they are written down.
public final class DeviceChecks {
    private final Devices devices;
    private final Disks disks;

    /// Works for one member.
    ///
    /// @param disks what disk devices show of the host
    public DeviceChecks(Devices devices, Disks disks) {
        this.devices = devices;
        this.disks = disks;
    }

    /// Looks at what is so on every member; what profiles have is checked with them.
    void check(Reader reader, String project, InstanceUpdate own, Expansion expansion) {
        devices.check(reader, project, own.devices());
        Devices.demandDifferentPaths(expansion.devices());
    }

    /// Looks whether this host has what new disks show.
    ///
    /// @param now the instance as it was
    void checkHere(StoredInstance now, Expansion expansion) {
        for (var disk : Disks.names(expansion.devices())) {
            var keys = expansion.devices().getOrDefault(disk, Map.of());
            if (!keys.equals(now.expandedDevices().get(disk))) {
                try {
                    var ignored = disks.mount(now, disk, keys);
                } catch (ApiException e) {
                    throw new ApiException(
                            400,
                            "Failed add validation for device \"%s\": %s"
                                    .formatted(disk, e.text()));
                }
            }
        }
    }
}
