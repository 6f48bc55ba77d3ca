package dev.pileus.api;

import org.jspecify.annotations.Nullable;

/// Body of `PATCH /1.0/images/aliases/NAME`; null for what a client left out.
public record ImageAliasPatch(@Nullable String description, @Nullable String target) {
    /// What is left out stays.
    public ImageAliasUpdate over(ImageAliasUpdate present) {
        return new ImageAliasUpdate(
                description == null ? present.description() : description,
                target == null ? present.target() : target);
    }
}
