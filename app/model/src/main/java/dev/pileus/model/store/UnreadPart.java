package dev.pileus.model.store;

/// A part of the image that a server refused or failed to give.
///
/// @param reason the server's own words
public record UnreadPart(Part part, String reason) {
    /// The parts that are read apart from each other, so that one failing does not empty the
    /// others.
    public enum Part {
        SERVER,
        MEMBERS,
        GROUPS,
        INSTANCES,
        OPERATIONS,
        WARNINGS,
        CERTIFICATES
    }
}
