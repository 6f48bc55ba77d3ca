package dev.pileus.domain.images;

import dev.pileus.api.Image;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What somebody who brings an image wants it to be.
///
/// @param fingerprint it must have, empty: whatever it has
/// @param filename empty: made up from the fingerprint
/// @param properties over those of the image's own metadata
/// @param expiresAt [Image#NEVER]: as the metadata says
/// @param profiles of instances made from it
public record ImageWish(
        String fingerprint,
        String filename,
        boolean isPublic,
        boolean autoUpdate,
        Map<String, String> properties,
        List<Image.Alias> aliases,
        Instant expiresAt,
        List<String> profiles) {
    public ImageWish {
        properties = Map.copyOf(properties);
        aliases = List.copyOf(aliases);
        profiles = List.copyOf(profiles);
    }

    /// Nothing in particular.
    public static ImageWish plain() {
        return new ImageWish(
                "", "", false, false, Map.of(), List.of(), Image.NEVER, List.of("default"));
    }

    public ImageWish expecting(String newFingerprint) {
        return new ImageWish(
                newFingerprint,
                filename,
                isPublic,
                autoUpdate,
                properties,
                aliases,
                expiresAt,
                profiles);
    }
}
