package dev.pileus.model.actions;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.Instance;
import dev.pileus.api.MemberStatus;
import dev.pileus.model.actions.InstanceResult.Verdict;
import dev.pileus.model.plan.EvacuationPlan;
import dev.pileus.model.plan.Plan;
import dev.pileus.model.plan.RestorePlan;
import dev.pileus.model.store.InstanceKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Compares a plan with the members and instances as they are after its run.
final class Aftermath {
    private final Plan plan;
    private final Map<String, MemberStatus> members;
    private final Map<InstanceKey, Instance> instances;

    Aftermath(Plan plan, List<ClusterMember> members, List<Instance> instances) {
        this.plan = plan;
        this.members =
                members.stream()
                        .collect(
                                Collectors.toMap(
                                        ClusterMember::serverName, ClusterMember::condition));
        this.instances =
                instances.stream()
                        .collect(
                                Collectors.toMap(
                                        InstanceKey::of, Function.identity(), (one, _) -> one));
    }

    PlanResult result(Ending ending) {
        var results = Goal.of(plan).stream().map(this::result).toList();
        return new PlanResult(plan, seen(ending, results), results);
    }

    /// What nobody saw the end, or even the beginning, of is done when everything is as it should
    /// be.
    private Ending seen(Ending ending, List<InstanceResult> results) {
        boolean unsure = ending instanceof Ending.Unseen || ending instanceof Ending.NotBegun;
        boolean allDone = memberIsAsWanted() && results.stream().noneMatch(InstanceResult::isOpen);
        return unsure && allDone ? new Ending.Done() : ending;
    }

    private boolean memberIsAsWanted() {
        var wanted =
                switch (plan) {
                    case EvacuationPlan _ -> MemberStatus.EVACUATED;
                    case RestorePlan _ -> MemberStatus.ONLINE;
                };
        return members.get(plan.member()) == wanted;
    }

    private InstanceResult result(Goal goal) {
        return Optional.ofNullable(instances.get(goal.key()))
                .map(instance -> result(goal, instance))
                .orElseGet(() -> new InstanceResult(goal.key(), Verdict.GONE, "", false));
    }

    private InstanceResult result(Goal goal, Instance instance) {
        return new InstanceResult(
                goal.key(), verdict(goal, instance), instance.location(), instance.isUp());
    }

    private Verdict verdict(Goal goal, Instance instance) {
        var here = instance.location().equals(goal.from());
        if (!instance.isUp() && isMissed(goal, instance)) {
            return Verdict.LEFT_STOPPED;
        }
        if (goal.isMetBy(instance)) {
            return goal.changesSomething() || memberIsAsWanted()
                    ? Verdict.AS_PLANNED
                    : Verdict.NOT_MOVED;
        }
        if (here) {
            return Verdict.NOT_MOVED;
        }
        return goal.isRightPlace(instance.location()) ? Verdict.AS_PLANNED : Verdict.ELSEWHERE;
    }

    /// What is stopped on an evacuated member starts again when that is restored.
    private boolean isMissed(Goal goal, Instance stopped) {
        return goal.power() == Goal.Power.UP
                || (goal.upBefore() && members.get(stopped.location()) != MemberStatus.EVACUATED);
    }
}
