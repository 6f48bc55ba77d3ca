package dev.pileus.api;

/// Body of `PUT /1.0/images/aliases/NAME`.
///
/// @param target fingerprint, or the beginning of one
public record ImageAliasUpdate(String description, String target) {
    public ImageAliasUpdate {
        description = Absent.text(description);
        target = Absent.text(target);
    }
}
