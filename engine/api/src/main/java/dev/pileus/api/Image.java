package dev.pileus.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What instances are made from (CONTRACT 17).
///
/// @param fingerprint SHA-256 of the file, in hexadecimal; of a split image, of the metadata file
///   followed by the root file system
/// @param size of its files in bytes
/// @param filename as the one who brought it called it
/// @param expiresAt [#NEVER] when it does not expire
/// @param profiles those of instances made from it when nobody names others
public record Image(
        String fingerprint,
        long size,
        String filename,
        String architecture,
        String type,
        @JsonProperty("public") boolean isPublic,
        boolean autoUpdate,
        boolean cached,
        Map<String, String> properties,
        List<Alias> aliases,
        List<String> profiles,
        Instant createdAt,
        Instant uploadedAt,
        Instant lastUsedAt,
        Instant expiresAt,
        String project) {
    /// How the API writes that there is no such moment.
    public static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

    public static final String CONTAINER = "container";

    public Image {
        fingerprint = Absent.text(fingerprint);
        filename = Absent.text(filename);
        architecture = Absent.text(architecture);
        type = Absent.text(type);
        properties = Absent.map(properties);
        aliases = Absent.list(aliases);
        profiles = Absent.list(profiles);
        createdAt = createdAt == null ? NEVER : createdAt;
        uploadedAt = uploadedAt == null ? NEVER : uploadedAt;
        lastUsedAt = lastUsedAt == null ? NEVER : lastUsedAt;
        expiresAt = expiresAt == null ? NEVER : expiresAt;
        project = Absent.text(project);
    }

    /// A name for an image, as the image itself lists it.
    public record Alias(String name, String description) {
        public Alias {
            name = Absent.text(name);
            description = Absent.text(description);
        }
    }

    /// What a client may change.
    public ImageUpdate writable() {
        return new ImageUpdate(autoUpdate, properties, isPublic, expiresAt, profiles);
    }
}
