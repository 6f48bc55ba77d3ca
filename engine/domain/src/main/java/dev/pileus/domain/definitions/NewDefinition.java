package dev.pileus.domain.definitions;

import dev.pileus.domain.options.Options;
import java.util.Map;

/// What somebody wants to have defined or created.
///
/// @param type driver of a pool, type of a network
public record NewDefinition(
        String name, String type, String description, Map<String, String> config) {
    public NewDefinition {
        config = Map.copyOf(Options.present(config));
    }
}
