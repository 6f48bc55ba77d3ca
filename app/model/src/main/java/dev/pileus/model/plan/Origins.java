package dev.pileus.model.plan;

import dev.pileus.api.Instance;
import dev.pileus.model.store.ClusterImage;
import java.util.List;

/// Which member evacuated instances belong to.
final class Origins {
    private Origins() {}

    /// Empty for an instance that was not evacuated.
    static String of(Instance instance) {
        return instance.volatileKey(Instance.EVACUATE_ORIGIN);
    }

    /// Whether an instance belongs to a member and is elsewhere.
    static boolean isAway(Instance instance) {
        return !of(instance).isEmpty() && !of(instance).equals(instance.location());
    }

    /// Instances that belong to a member but are elsewhere, in the server's order.
    static List<Instance> away(ClusterImage image, String member) {
        var away =
                image.instances().stream()
                        .filter(one -> of(one).equals(member))
                        .filter(one -> !one.location().equals(member))
                        .toList();
        return ProjectOrders.of(away).getFirst();
    }
}
