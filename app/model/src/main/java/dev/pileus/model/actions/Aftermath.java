package dev.pileus.model.actions;

import dev.pileus.api.Instance;
import dev.pileus.model.actions.InstanceResult.Verdict;
import dev.pileus.model.plan.Destination;
import dev.pileus.model.plan.EvacuationPlan;
import dev.pileus.model.plan.InstanceForecast;
import dev.pileus.model.plan.Meanwhile;
import dev.pileus.model.plan.Plan;
import dev.pileus.model.plan.RestorePlan;
import dev.pileus.model.plan.ReturnForecast;
import dev.pileus.model.store.InstanceKey;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares a plan with the instances as they are after its run.
final class Aftermath {
    private final Map<InstanceKey, Instance> now;

    private Aftermath(List<Instance> instances) {
        now =
                instances.stream()
                        .collect(
                                Collectors.toMap(
                                        InstanceKey::of, Function.identity(), (one, _) -> one));
    }

    static List<InstanceResult> of(Plan plan, List<Instance> instances) {
        var aftermath = new Aftermath(instances);
        return switch (plan) {
            case EvacuationPlan evacuation ->
                    evacuation.instances().stream()
                            .map(one -> aftermath.evacuated(evacuation.member(), one))
                            .toList();
            case RestorePlan restore ->
                    Stream.concat(
                                    restore.returning().stream()
                                            .map(one -> aftermath.returned(restore, one)),
                                    restore.starting().stream().map(aftermath::started))
                            .toList();
        };
    }

    private InstanceResult evacuated(String member, InstanceForecast planned) {
        var instance = now.get(planned.key());
        if (instance == null) {
            return gone(planned.key());
        }
        var shouldRun = planned.running() && !stops(planned.meanwhile());
        return result(instance, shouldRun, place(member, planned.destination(), instance));
    }

    private static Verdict place(String member, Destination planned, Instance instance) {
        var here = instance.location().equals(member);
        return switch (planned) {
            case Destination.MovesTo(var target) when instance.location().equals(target) ->
                    Verdict.AS_PLANNED;
            case Destination.OneOf(var targets) when targets.contains(instance.location()) ->
                    Verdict.AS_PLANNED;
            case Destination.StaysHere() when here -> Verdict.AS_PLANNED;
            case Destination.NotPredictable _ when !here -> Verdict.AS_PLANNED;
            default -> here ? Verdict.NOT_MOVED : Verdict.ELSEWHERE;
        };
    }

    private InstanceResult returned(RestorePlan plan, ReturnForecast planned) {
        var instance = now.get(planned.key());
        if (instance == null) {
            return gone(planned.key());
        }
        var back = instance.location().equals(plan.member());
        return result(instance, planned.running(), back ? Verdict.AS_PLANNED : Verdict.NOT_MOVED);
    }

    private InstanceResult started(InstanceKey planned) {
        var instance = now.get(planned);
        return instance == null ? gone(planned) : result(instance, true, Verdict.AS_PLANNED);
    }

    private static InstanceResult result(Instance instance, boolean shouldRun, Verdict place) {
        var running = instance.isRunning();
        var verdict = shouldRun && !running ? Verdict.LEFT_STOPPED : place;
        return new InstanceResult(InstanceKey.of(instance), verdict, instance.location(), running);
    }

    private static InstanceResult gone(InstanceKey instance) {
        return new InstanceResult(instance, Verdict.GONE, "", false);
    }

    private static boolean stops(@Nullable Meanwhile meanwhile) {
        return meanwhile == Meanwhile.STOPPED_UNTIL_RESTORE;
    }
}
