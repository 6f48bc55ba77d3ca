package dev.pileus.api;

/// A name for an image (CONTRACT 17).
///
/// @param target fingerprint of the image
/// @param type `container`
public record ImageAlias(String name, String description, String target, String type) {
    public ImageAlias {
        name = Absent.text(name);
        description = Absent.text(description);
        target = Absent.text(target);
        type = Absent.text(type);
    }

    /// What a client may change.
    public ImageAliasUpdate writable() {
        return new ImageAliasUpdate(description, target);
    }
}
