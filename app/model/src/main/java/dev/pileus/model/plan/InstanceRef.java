package dev.pileus.model.plan;

import dev.pileus.api.Instance;

/// Names one instance; names are unique in a project only.
public record InstanceRef(String project, String name) {
    public static InstanceRef of(Instance instance) {
        return new InstanceRef(instance.project(), instance.name());
    }
}
