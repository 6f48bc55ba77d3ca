package dev.pileus.model.plan;

import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.InstanceKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What the evacuation of a member will do, foreseen from one image.
///
/// @param instances of the member, in the order in which the server handles them
/// @param counts of every member, in the server's order; those with an uncertain target are counted
///   at the first of the possible ones
public record EvacuationPlan(
        String member,
        EvacuationMode mode,
        List<InstanceForecast> instances,
        List<MemberCount> counts,
        QuorumForecast quorum,
        List<Caution> cautions,
        List<PlanStep> steps,
        List<Obstacle> obstacles)
        implements Plan {
    public EvacuationPlan {
        instances = List.copyOf(instances);
        counts = List.copyOf(counts);
        cautions = List.copyOf(cautions);
        steps = List.copyOf(steps);
        obstacles = List.copyOf(obstacles);
    }

    /// Without the name of a stock remote in the commands.
    public static EvacuationPlan of(ClusterImage image, String member, EvacuationMode mode) {
        return of(image, member, mode, "");
    }

    /// With the commands for a cluster that the stock client knows by name.
    ///
    /// @param remote name of this cluster in the stock client, empty when it has none
    public static EvacuationPlan of(
            ClusterImage image, String member, EvacuationMode mode, String remote) {
        var rules = ServerRules.of(image.server());
        return new EvacuationForecaster(image, member, mode, remote, rules).plan();
    }

    /// How many instances other members receive, e.g. for badges while dragging. Only members that
    /// receive some.
    public SequencedMap<String, Integer> arrivals() {
        SequencedMap<String, Integer> arrivals = new LinkedHashMap<>();
        counts.stream()
                .filter(count -> count.change() > 0)
                .forEach(count -> arrivals.put(count.member(), count.change()));
        return Collections.unmodifiableSequencedMap(arrivals);
    }

    /// The modes that a server offers, the default first.
    public static List<EvacuationMode> modesOf(ClusterImage image) {
        return ServerRules.of(image.server()).evacuationModes();
    }

    public Optional<InstanceForecast> forecast(InstanceKey instance) {
        return instances.stream().filter(one -> one.key().equals(instance)).findFirst();
    }
}
