package dev.pileus.model.store;

import dev.pileus.api.Instance;

/// What tells instances apart: names are unique within a project only.
public record InstanceKey(String project, String name) {
    public static InstanceKey of(Instance instance) {
        return new InstanceKey(instance.project(), instance.name());
    }
}
