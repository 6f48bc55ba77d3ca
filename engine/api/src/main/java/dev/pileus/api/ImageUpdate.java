package dev.pileus.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Body of `PUT /1.0/images/FINGERPRINT`.
public record ImageUpdate(
        boolean autoUpdate,
        Map<String, String> properties,
        @JsonProperty("public") boolean isPublic,
        Instant expiresAt,
        List<String> profiles) {
    public ImageUpdate {
        properties = Absent.map(properties);
        expiresAt = expiresAt == null ? Image.NEVER : expiresAt;
        profiles = Absent.list(profiles);
    }
}
