package dev.pileus.model.plan;

import dev.pileus.model.store.InstanceKey;

/// What an evacuation does with one instance.
///
/// @param running before the evacuation
public record InstanceForecast(
        String project,
        String instance,
        boolean running,
        EvacuationAction action,
        Reason why,
        Destination destination,
        Meanwhile meanwhile) {
    public InstanceKey key() {
        return new InstanceKey(project, instance);
    }

    InstanceForecast goingTo(Destination destination) {
        return new InstanceForecast(
                project, instance, running, action, why, destination, meanwhile);
    }
}
