package dev.pileus.model.plan;

import dev.pileus.api.Instance;
import java.util.Comparator;

/// The orders in which servers go through things.
final class ServerOrder {
    /// By project id, then name. Ids are not public; `default` is always the first, and the others
    /// are taken by name.
    static final Comparator<Instance> OF_INSTANCES =
            Comparator.comparing((Instance instance) -> !instance.project().equals("default"))
                    .thenComparing(Instance::project)
                    .thenComparing(Instance::name);

    private ServerOrder() {}
}
