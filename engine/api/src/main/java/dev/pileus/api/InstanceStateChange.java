package dev.pileus.api;

/// `PUT /1.0/instances/NAME/state`.
///
/// @param action `start`, `stop`, `restart`, `freeze` or `unfreeze`
/// @param timeout seconds until a clean stop gives up; -1: the server's default
public record InstanceStateChange(String action, int timeout, boolean force, boolean stateful) {
    public InstanceStateChange {
        action = Absent.text(action);
    }
}
