package dev.pileus.api;

import java.util.List;
import java.util.Map;

/// A storage pool (CONTRACT 13).
///
/// @param config without the keys that differ per member, unless one member was asked for
/// @param usedBy URLs of what lies on it or names it
/// @param status `Pending`, `Created`, `Errored` or `Unknown`
/// @param locations members where it is defined; `none` on a standalone server
public record StoragePool(
        Map<String, String> config,
        String description,
        String name,
        String driver,
        List<String> usedBy,
        String status,
        List<String> locations) {
    public static final String CREATED = "Created";

    public StoragePool {
        config = Absent.map(config);
        description = Absent.text(description);
        name = Absent.text(name);
        driver = Absent.text(driver);
        usedBy = Absent.list(usedBy);
        status = Absent.text(status);
        locations = Absent.list(locations);
    }

    /// The same, used by others.
    public StoragePool usedBy(List<String> urls) {
        return new StoragePool(config, description, name, driver, urls, status, locations);
    }

    /// What a client may change.
    public ConfigUpdate writable() {
        return new ConfigUpdate(description, config);
    }
}
