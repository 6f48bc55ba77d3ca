package dev.pileus.model.plan;

import dev.pileus.api.Instance;
import dev.pileus.model.store.ClusterImage;
import java.util.ArrayList;
import java.util.List;

/// Goes through the instances of a member one after the other, as the server does. For one run.
final class EvacuationSimulation {
    private final ClusterImage image;
    private final EvacuationMode mode;
    private final ServerRules rules;
    private final ActionRule actions;
    private final Placement placement;
    private final boolean single;
    private boolean failed;

    EvacuationSimulation(
            ClusterImage image, String member, EvacuationMode mode, ServerRules rules) {
        this.image = image;
        this.mode = mode;
        this.rules = rules;
        this.actions = new ActionRule(rules);
        this.placement = new Placement(image, member, rules);
        this.single = image.members().size() == 1;
    }

    List<InstanceForecast> run(List<Instance> inServerOrder) {
        var forecasts = new ArrayList<InstanceForecast>();
        for (var instance : inServerOrder) {
            forecasts.add(forecast(instance, decide(instance)));
        }
        return forecasts;
    }

    private ActionRule.Decision decide(Instance instance) {
        return single && rules.stopsWhenSingle() && mode == EvacuationMode.AUTOMATIC
                ? new ActionRule.Decision(EvacuationAction.STOP, new Reason.OnlyMember())
                : actions.decide(instance, mode);
    }

    private InstanceForecast forecast(Instance instance, ActionRule.Decision decision) {
        if (failed) {
            return forecast(
                    instance,
                    decision,
                    new Destination.NotReached(),
                    afterFailure(instance, decision));
        }
        if (Refusals.isCertain(instance, decision.action())) {
            failed = true;
            return forecast(
                    instance, decision, new Destination.StaysHere(), Meanwhile.LEFT_RUNNING);
        }
        if (decision.why() instanceof Reason.DiskMayMove) {
            return forecast(
                    instance,
                    decision,
                    new Destination.NotPredictable(Destination.Cause.POOL_KIND),
                    instance.isUp() ? Meanwhile.NOT_PREDICTABLE : Meanwhile.WAS_STOPPED);
        }
        if (!decision.action().moves()) {
            return forecast(
                    instance,
                    decision,
                    new Destination.StaysHere(),
                    instance.isUp() ? Meanwhile.STOPPED_UNTIL_RESTORE : Meanwhile.WAS_STOPPED);
        }
        var destination = destination(instance);
        boolean stuck = destination instanceof Destination.NoMemberFits;
        failed = stuck && rules.noTarget() == NoTargetRule.FAILS;
        var meanwhile =
                stuck ? stuck(instance, decision.action()) : moving(instance, decision.action());
        return forecast(instance, decision, destination, meanwhile);
    }

    private Destination destination(Instance instance) {
        var server = image.server();
        if (!server.config().getOrDefault("instances.placement.scriptlet", "").isEmpty()) {
            return new Destination.NotPredictable(Destination.Cause.PLACEMENT_SCRIPTLET);
        }
        boolean grouped = !instance.setting("placement.group").isEmpty();
        return grouped && server.has("instance_placement_groups")
                ? new Destination.NotPredictable(Destination.Cause.PLACEMENT_GROUP)
                : placement.place(instance);
    }

    private Meanwhile moving(Instance instance, EvacuationAction action) {
        if (!instance.isUp()) {
            return rules.startsStopped() && Power.startsByItself(instance)
                    ? Meanwhile.STARTS_THERE
                    : Meanwhile.WAS_STOPPED;
        }
        return action == EvacuationAction.LIVE_MIGRATE ? Meanwhile.STAYS_UP : Meanwhile.RESTARTS;
    }

    private Meanwhile stuck(Instance instance, EvacuationAction action) {
        if (!instance.isUp()) {
            return Meanwhile.WAS_STOPPED;
        }
        boolean stoppedFirst = action == EvacuationAction.MIGRATE;
        return switch (rules.noTarget()) {
            case STOPS_IN_PLACE -> Meanwhile.STOPPED_UNTIL_RESTORE;
            case SKIPS -> stoppedFirst ? Meanwhile.STOPPED_UNTIL_RESTORE : Meanwhile.LEFT_RUNNING;
            case FAILS -> stoppedFirst ? Meanwhile.STOPPED_BY_FAILURE : Meanwhile.LEFT_RUNNING;
        };
    }

    /// Where the server goes on, it still stops one instance after the other, but moves none.
    private Meanwhile afterFailure(Instance instance, ActionRule.Decision decision) {
        if (!instance.isUp()) {
            return Meanwhile.WAS_STOPPED;
        }
        boolean stops =
                rules.goesOnAfterFailure()
                        && decision.action() != EvacuationAction.LIVE_MIGRATE
                        && decision.action() != EvacuationAction.REFRESH_MIGRATE;
        return stops ? Meanwhile.STOPPED_BY_FAILURE : Meanwhile.LEFT_RUNNING;
    }

    private static InstanceForecast forecast(
            Instance instance,
            ActionRule.Decision decision,
            Destination destination,
            Meanwhile meanwhile) {
        return new InstanceForecast(
                instance.project(),
                instance.name(),
                instance.isUp(),
                decision.action(),
                decision.why(),
                destination,
                meanwhile);
    }
}
