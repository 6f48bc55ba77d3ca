package dev.pileus.domain.images;

import java.time.Instant;
import java.util.Map;

/// What `metadata.yaml` in an image says.
///
/// @param architecture as the API names it
/// @param expiresAt [dev.pileus.api.Image#NEVER] when it does not say
public record ImageManifest(
        String architecture, Instant createdAt, Instant expiresAt, Map<String, String> properties) {
    public ImageManifest {
        properties = Map.copyOf(properties);
    }
}
