package dev.pileus.model.plan;

import dev.pileus.model.store.InstanceKey;

/// An instance that a restore brings back.
///
/// @param from the member that holds it now
/// @param meanwhile [Meanwhile#RESTARTS], [Meanwhile#STAYS_UP] or [Meanwhile#WAS_STOPPED]
public record ReturnForecast(
        String project, String instance, boolean running, String from, Meanwhile meanwhile) {
    public InstanceKey key() {
        return new InstanceKey(project, instance);
    }
}
