package dev.pileus.api;

import java.util.Map;

/// The writable part of a profile.
public record ProfileUpdate(
        String description, Map<String, String> config, Map<String, Map<String, String>> devices) {
    public ProfileUpdate {
        description = Absent.text(description);
        config = Absent.map(config);
        devices = Absent.maps(devices);
    }
}
