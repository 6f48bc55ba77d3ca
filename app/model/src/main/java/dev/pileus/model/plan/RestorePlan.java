package dev.pileus.model.plan;

import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.InstanceKey;
import java.util.List;

/// What the restore of a member will do, foreseen from one image.
///
/// @param returning instances that come back from other members, in the server's order
/// @param starting instances on the member that start again
public record RestorePlan(
        String member,
        RestoreMode mode,
        List<ReturnForecast> returning,
        List<InstanceKey> starting,
        List<MemberCount> counts,
        List<Caution> cautions,
        List<PlanStep> steps,
        List<Obstacle> obstacles)
        implements Plan {
    public RestorePlan {
        returning = List.copyOf(returning);
        starting = List.copyOf(starting);
        counts = List.copyOf(counts);
        cautions = List.copyOf(cautions);
        steps = List.copyOf(steps);
        obstacles = List.copyOf(obstacles);
    }

    /// Without the name of a stock remote in the commands.
    public static RestorePlan of(ClusterImage image, String member, RestoreMode mode) {
        return of(image, member, mode, "");
    }

    /// With the commands for a cluster that the stock client knows by name.
    ///
    /// @param remote name of this cluster in the stock client, empty when it has none
    public static RestorePlan of(
            ClusterImage image, String member, RestoreMode mode, String remote) {
        var rules = ServerRules.of(image.server());
        return new RestoreForecaster(image, member, mode, remote, rules).plan();
    }

    /// The modes that a server offers, the default first.
    public static List<RestoreMode> modesOf(ClusterImage image) {
        return ServerRules.of(image.server()).restoreModes();
    }
}
