package dev.pileus.model.operations;

import dev.pileus.api.Operation;
import dev.pileus.model.operations.Work.Verb;
import dev.pileus.model.store.InstanceKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Recognises work by the descriptions that Incus and LXD give their operations (CONTRACT 5.1).
final class WorkReader {
    private static final String EVACUATING = "Evacuating cluster member";
    private static final String RESTORING = "Restoring cluster member";
    private static final String HEALING = "Healing cluster";

    private static final Map<String, Verb> VERBS =
            Map.ofEntries(
                    Map.entry("Creating instance", Verb.CREATING),
                    Map.entry("Starting instance", Verb.STARTING),
                    Map.entry("Stopping instance", Verb.STOPPING),
                    Map.entry("Restarting instance", Verb.RESTARTING),
                    Map.entry("Freezing instance", Verb.FREEZING),
                    Map.entry("Unfreezing instance", Verb.UNFREEZING),
                    Map.entry("Migrating instance", Verb.MIGRATING),
                    Map.entry("Live-migrating instance", Verb.MIGRATING),
                    Map.entry("Renaming instance", Verb.RENAMING),
                    Map.entry("Updating instance", Verb.UPDATING),
                    Map.entry("Deleting instance", Verb.DELETING),
                    Map.entry("Executing command", Verb.EXECUTING),
                    Map.entry("Backing up instance", Verb.BACKING_UP),
                    Map.entry("Snapshotting instance", Verb.SNAPSHOTTING),
                    Map.entry("Restoring instance snapshot", Verb.RESTORING));

    private WorkReader() {}

    static Work read(Operation operation) {
        return switch (operation.description()) {
            case EVACUATING -> new Work.Evacuating(operation.location());
            case RESTORING -> new Work.Restoring(operation.location());
            case HEALING -> new Work.Healing();
            default -> onInstance(operation);
        };
    }

    private static Work onInstance(Operation operation) {
        var description = operation.description();
        var verb = Optional.ofNullable(VERBS.get(description));
        var instance = instance(operation);
        if (verb.isEmpty() || instance.isEmpty()) {
            return new Work.Other(description);
        }
        return new Work.OnInstance(verb.get(), instance.get());
    }

    private static Optional<InstanceKey> instance(Operation operation) {
        return Stream.of("instances", "containers", "virtual-machines")
                .map(kind -> operation.resources().getOrDefault(kind, List.of()))
                .flatMap(Collection::stream)
                .flatMap(url -> InstanceKey.ofUrl(url).stream())
                .findFirst();
    }
}
