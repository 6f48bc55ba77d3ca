package dev.pileus.api;

import java.util.Map;

/// The body of `POST /1.0/networks`: a network, or with `?target=` its part on one member.
///
/// @param type empty for `bridge`
public record NewNetwork(String name, String type, String description, Map<String, String> config) {
    public NewNetwork {
        name = Absent.text(name);
        type = Absent.text(type);
        description = Absent.text(description);
        config = Absent.map(config);
    }
}
