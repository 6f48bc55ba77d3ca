package dev.pileus.domain.definitions;

import java.util.Map;

/// What a definition is on one member.
///
/// @param config the keys that differ per member
public record Part(Location location, Stage stage, Map<String, String> config) {
    public Part {
        config = Map.copyOf(config);
    }
}
