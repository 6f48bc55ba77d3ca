package dev.pileus.api;

import java.util.Map;

/// Body of `PUT /1.0/storage-pools/POOL/volumes/TYPE/NAME`.
///
/// @param restore a snapshot to go back to; then nothing else is changed
public record VolumeUpdate(String description, Map<String, String> config, String restore) {
    public VolumeUpdate {
        description = Absent.text(description);
        config = Absent.map(config);
        restore = Absent.text(restore);
    }

    public ConfigUpdate content() {
        return new ConfigUpdate(description, config);
    }
}
