package dev.pileus.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What lies on a storage pool (CONTRACT 13.4).
///
/// @param type `custom`, or `container` for that of an instance
/// @param contentType `filesystem`
/// @param usedBy URLs of instances and profiles
/// @param location the member that has it; `none` on a standalone server
public record StorageVolume(
        Map<String, String> config,
        String description,
        String name,
        String type,
        List<String> usedBy,
        String location,
        String contentType,
        String project,
        Instant createdAt) {
    public static final String CUSTOM = "custom";
    public static final String FILESYSTEM = "filesystem";

    public StorageVolume {
        config = Absent.map(config);
        description = Absent.text(description);
        name = Absent.text(name);
        type = Absent.text(type);
        usedBy = Absent.list(usedBy);
        location = Absent.text(location);
        contentType = Absent.text(contentType);
        project = Absent.text(project);
        createdAt = createdAt == null ? Instant.EPOCH : createdAt;
    }

    /// What a client may change.
    public ConfigUpdate writable() {
        return new ConfigUpdate(description, config);
    }
}
