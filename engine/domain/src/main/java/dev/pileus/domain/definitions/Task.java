package dev.pileus.domain.definitions;

/// What a member is asked to do on its host.
///
/// @param entity `storage-pool` or `network`
/// @param project of a network; empty for what belongs to no project
public record Task(Action action, String entity, String project, String name) {
    /// Both may be repeated.
    public enum Action {
        CREATE,
        DELETE
    }
}
