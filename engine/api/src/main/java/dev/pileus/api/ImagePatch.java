package dev.pileus.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Body of `PATCH /1.0/images/FINGERPRINT`; null for what a client left out.
public record ImagePatch(
        @Nullable Boolean autoUpdate,
        @Nullable Map<String, String> properties,
        @JsonProperty("public") @Nullable Boolean isPublic,
        @Nullable Instant expiresAt,
        @Nullable List<String> profiles) {
    public ImagePatch {
        properties = properties == null ? null : Absent.map(properties);
        profiles = profiles == null ? null : Absent.list(profiles);
    }

    /// What is left out stays, also single properties.
    public ImageUpdate over(ImageUpdate present) {
        var all = new LinkedHashMap<>(present.properties());
        all.putAll(Absent.map(properties));
        return new ImageUpdate(
                autoUpdate == null ? present.autoUpdate() : autoUpdate,
                all,
                isPublic == null ? present.isPublic() : isPublic,
                expiresAt == null ? present.expiresAt() : expiresAt,
                profiles == null ? present.profiles() : profiles);
    }
}
