package dev.pileus.model.actions;

import dev.pileus.api.Instance;
import dev.pileus.model.plan.Destination;
import dev.pileus.model.plan.EvacuationPlan;
import dev.pileus.model.plan.InstanceForecast;
import dev.pileus.model.plan.Meanwhile;
import dev.pileus.model.plan.Plan;
import dev.pileus.model.plan.RestorePlan;
import dev.pileus.model.plan.ReturnForecast;
import dev.pileus.model.store.InstanceKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Where one instance should be after a plan ran, and in which state.
///
/// @param from the member that holds it before
/// @param to members that are right; empty when any is
/// @param upBefore whether it was up just before the plan ran
/// @param power what it should be afterwards
record Goal(InstanceKey key, String from, Set<String> to, boolean upBefore, Power power) {
    Goal {
        to = Set.copyOf(to);
    }

    enum Power {
        UP,
        DOWN,
        ANY;

        static Power of(boolean up) {
            return up ? UP : DOWN;
        }

        private boolean isMetBy(Instance instance) {
            return this == ANY || this == of(instance.isUp());
        }
    }

    /// In the order in which the server handles them.
    static List<Goal> of(Plan plan) {
        var member = plan.member();
        return switch (plan) {
            case EvacuationPlan evacuation ->
                    evacuation.instances().stream().map(one -> of(one, member)).toList();
            case RestorePlan restore ->
                    Stream.concat(
                                    restore.starting().stream().map(one -> of(one, member)),
                                    restore.returning().stream().map(one -> of(one, member)))
                            .toList();
        };
    }

    private static Goal of(InstanceKey starting, String member) {
        return new Goal(starting, member, Set.of(member), false, Power.UP);
    }

    private static Goal of(ReturnForecast one, String member) {
        return new Goal(
                one.key(), one.from(), Set.of(member), one.running(), Power.of(one.running()));
    }

    private static Goal of(InstanceForecast one, String member) {
        return new Goal(
                one.key(),
                member,
                members(one.destination(), member),
                one.running(),
                power(one.meanwhile()));
    }

    private static Set<String> members(Destination destination, String member) {
        return switch (destination) {
            case Destination.MovesTo(var target) -> Set.of(target);
            case Destination.OneOf(var targets) -> Set.copyOf(targets);
            case Destination.StaysHere(), Destination.NoMemberFits _, Destination.NotReached() ->
                    Set.of(member);
            case Destination.NotPredictable _ -> Set.of();
        };
    }

    private static Power power(Meanwhile meanwhile) {
        return switch (meanwhile) {
            case STAYS_UP, RESTARTS, STARTS_THERE, LEFT_RUNNING -> Power.UP;
            case STOPPED_UNTIL_RESTORE, STOPPED_BY_FAILURE, WAS_STOPPED -> Power.DOWN;
            case NOT_PREDICTABLE -> Power.ANY;
        };
    }

    boolean isMetBy(Instance instance) {
        return isRightPlace(instance.location()) && power.isMetBy(instance);
    }

    boolean isRightPlace(String member) {
        return to.isEmpty() || to.contains(member);
    }

    /// Whether it should be elsewhere, or in another state, than before.
    boolean changesSomething() {
        return !isRightPlace(from) || power == Power.ANY || Power.of(upBefore) != power;
    }
}
