package dev.pileus.model.plan;

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
    public InstanceRef ref() {
        return new InstanceRef(project, instance);
    }
}
