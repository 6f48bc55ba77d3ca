package dev.pileus.api;

import java.util.Map;

/// The body of `POST /1.0/profiles`.
public record NewProfile(
        String name,
        String description,
        Map<String, String> config,
        Map<String, Map<String, String>> devices) {
    public NewProfile {
        name = Absent.text(name);
        description = Absent.text(description);
        config = Absent.map(config);
        devices = Absent.maps(devices);
    }
}
