package dev.pileus.model.operations;

import dev.pileus.api.Operation;
import dev.pileus.model.store.InstanceKey;

/// What an operation does, where we know it; the desktop has a sentence for each.
public sealed interface Work {
    record Evacuating(String member) implements Work {}

    record Restoring(String member) implements Work {}

    /// Moves what ran on lost members elsewhere.
    record Healing() implements Work {}

    /// Work on one instance.
    record OnInstance(Verb verb, InstanceKey instance) implements Work {}

    /// Anything else, in the server's words.
    record Other(String description) implements Work {}

    /// What an operation does, by the server's description of it.
    static Work of(Operation operation) {
        return WorkReader.read(operation);
    }

    /// What happens to an instance.
    enum Verb {
        CREATING,
        STARTING,
        STOPPING,
        RESTARTING,
        FREEZING,
        UNFREEZING,
        MIGRATING,
        RENAMING,
        UPDATING,
        DELETING,
        EXECUTING,
        BACKING_UP,
        SNAPSHOTTING,
        RESTORING
    }
}
