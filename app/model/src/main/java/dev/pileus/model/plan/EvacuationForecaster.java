package dev.pileus.model.plan;

import dev.pileus.api.Instance;
import dev.pileus.api.MemberStateChange;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.InstanceKey;
import dev.pileus.model.store.MemberImage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Computes an evacuation plan.
record EvacuationForecaster(
        ClusterImage image, String member, EvacuationMode mode, String remote, ServerRules rules) {
    EvacuationPlan plan() {
        var instances = image.instancesOn(member);
        var forecasts = forecasts(instances);
        var quorum = QuorumReader.forecast(image, member, rules.guardsVoters());
        var cautions = EvacuationCautions.of(this, forecasts, quorum);
        return new EvacuationPlan(
                member,
                mode,
                forecasts,
                counts(forecasts),
                quorum,
                cautions,
                List.of(step(forecasts, cautions)),
                new Obstacles(image, member, rules).toEvacuation(mode));
    }

    private List<InstanceForecast> forecasts(List<Instance> instances) {
        var runs =
                ProjectOrders.of(instances).stream()
                        .map(order ->
                                new EvacuationSimulation(image, member, mode, rules).run(order))
                        .toList();
        var first = runs.getFirst();
        return runs.size() == 1 ? first : first.stream().map(one -> merged(one, runs)).toList();
    }

    /// Where the outcome depends on an order that nobody knows, any of the targets may be the one.
    private InstanceForecast merged(InstanceForecast one, List<List<InstanceForecast>> runs) {
        Set<String> targets =
                runs.stream()
                        .flatMap(List::stream)
                        .filter(other -> other.key().equals(one.key()))
                        .flatMap(other -> targets(other.destination()).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return targets.size() <= 1 || targets(one.destination()).isEmpty()
                ? one
                : one.goingTo(new Destination.OneOf(inServerOrder(targets)));
    }

    private List<String> inServerOrder(Set<String> members) {
        return image.members().stream().map(MemberImage::name).filter(members::contains).toList();
    }

    private static List<String> targets(Destination destination) {
        return switch (destination) {
            case Destination.MovesTo(var target) -> List.of(target);
            case Destination.OneOf(var targets) -> targets;
            case Destination.StaysHere(),
                    Destination.NoMemberFits _,
                    Destination.NotReached(),
                    Destination.NotPredictable _ ->
                    List.of();
        };
    }

    private List<MemberCount> counts(List<InstanceForecast> forecasts) {
        var before = image.instancesByMember();
        Map<String, Long> arrivals =
                forecasts.stream()
                        .map(one -> targets(one.destination()))
                        .filter(targets -> !targets.isEmpty())
                        .collect(Collectors.groupingBy(List::getFirst, Collectors.counting()));
        int leaving = arrivals.values().stream().mapToInt(Long::intValue).sum();
        return image.members().stream()
                .map(one -> {
                    int now = before.getOrDefault(one.name(), List.of()).size();
                    int change =
                            one.name().equals(member)
                                    ? -leaving
                                    : arrivals.getOrDefault(one.name(), 0L).intValue();
                    return new MemberCount(one.name(), now, now + change);
                })
                .toList();
    }

    Map<InstanceKey, Instance> instances() {
        return image.instancesOn(member).stream()
                .collect(Collectors.toMap(InstanceKey::of, Function.identity()));
    }

    private PlanStep step(List<InstanceForecast> forecasts, List<Caution> cautions) {
        var change = MemberStateChange.evacuate(mode.word());
        return new PlanStep(
                new PlanStep.Sentence.Evacuate(member, mode),
                Steps.request(member, change),
                new StockCommands(image.server().product(), remote).evacuate(member, mode),
                Steps.risk(forecasts.stream().map(InstanceForecast::meanwhile).toList(), cautions));
    }
}
