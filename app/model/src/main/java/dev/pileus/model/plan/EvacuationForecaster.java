package dev.pileus.model.plan;

import dev.pileus.api.Instance;
import dev.pileus.api.Json;
import dev.pileus.api.MemberStateChange;
import dev.pileus.model.store.ClusterImage;
import java.util.ArrayList;
import java.util.List;

/// Computes an evacuation plan: follows the server's own loop over the instances.
final class EvacuationForecaster {
    private final ClusterImage image;
    private final String member;
    private final EvacuationMode mode;
    private final String remote;
    private final ServerRules rules;
    private final Placement placement;

    EvacuationForecaster(ClusterImage image, String member, EvacuationMode mode, String remote) {
        this.image = image;
        this.member = member;
        this.mode = mode;
        this.remote = remote;
        this.rules = ServerRules.of(image.server());
        this.placement = new Placement(image, member, rules);
    }

    EvacuationPlan plan() {
        var before = placement.counts();
        var forecasts = forecasts();
        var after = placement.counts();
        var counts =
                before.entrySet().stream()
                        .map(entry ->
                                new MemberCount(
                                        entry.getKey(),
                                        entry.getValue(),
                                        after.getOrDefault(entry.getKey(), 0)))
                        .toList();
        var quorum = QuorumReader.forecast(image, member, rules.oneAtATime());
        return new EvacuationPlan(
                member,
                mode,
                forecasts,
                counts,
                quorum,
                EvacuationCautions.of(image, member, rules, forecasts, quorum),
                List.of(step(forecasts)),
                Obstacles.evacuation(image, member, mode, rules, quorum));
    }

    private List<InstanceForecast> forecasts() {
        var forecasts = new ArrayList<InstanceForecast>();
        boolean failed = false;
        for (var instance :
                image.instancesOn(member).stream().sorted(ServerOrder.OF_INSTANCES).toList()) {
            var forecast = failed ? afterFailure(instance) : forecast(instance);
            forecasts.add(forecast);
            failed |=
                    rules.noTarget() == NoTargetRule.FAILS
                            && forecast.destination() instanceof Destination.NoMemberFits;
        }
        return forecasts;
    }

    private InstanceForecast forecast(Instance instance) {
        var decision = decide(instance);
        if (decision.why() instanceof Reason.DiskMayMove) {
            return forecast(
                    instance,
                    decision,
                    new Destination.NotPredictable(Destination.Cause.POOL_KIND),
                    Meanwhile.NOT_PREDICTABLE);
        }
        if (!decision.action().moves()) {
            return forecast(
                    instance,
                    decision,
                    new Destination.StaysHere(),
                    instance.isRunning() ? Meanwhile.STOPPED_UNTIL_RESTORE : Meanwhile.WAS_STOPPED);
        }
        var destination = destination(instance);
        return forecast(
                instance,
                decision,
                destination,
                meanwhile(instance, decision.action(), destination));
    }

    private ActionRule.Decision decide(Instance instance) {
        boolean single = image.members().size() == 1 && rules.stopsWhenSingle();
        return single && mode == EvacuationMode.AUTOMATIC
                ? ActionRule.decide(instance, EvacuationMode.STOP)
                : ActionRule.decide(instance, mode);
    }

    private Destination destination(Instance instance) {
        if (!image.server().config().getOrDefault("instances.placement.scriptlet", "").isEmpty()) {
            return new Destination.NotPredictable(Destination.Cause.PLACEMENT_SCRIPTLET);
        }
        if (!instance.setting("placement.group").isEmpty()
                && image.server().has("instance_placement_groups")) {
            return new Destination.NotPredictable(Destination.Cause.PLACEMENT_GROUP);
        }
        return placement.place(instance);
    }

    private Meanwhile meanwhile(
            Instance instance, EvacuationAction action, Destination destination) {
        boolean stuck = destination instanceof Destination.NoMemberFits;
        if (!instance.isRunning()) {
            return !stuck && rules.startsStopped() && startsByItself(instance)
                    ? Meanwhile.STARTS_THERE
                    : Meanwhile.WAS_STOPPED;
        }
        if (!stuck) {
            return action == EvacuationAction.LIVE_MIGRATE
                    ? Meanwhile.STAYS_UP
                    : Meanwhile.RESTARTS;
        }
        return switch (rules.noTarget()) {
            case STOPS_IN_PLACE -> Meanwhile.STOPPED_UNTIL_RESTORE;
            case SKIPS ->
                    action == EvacuationAction.LIVE_MIGRATE
                            ? Meanwhile.LEFT_RUNNING
                            : Meanwhile.STOPPED_UNTIL_RESTORE;
            case FAILS ->
                    action == EvacuationAction.MIGRATE
                            ? Meanwhile.STOPPED_BY_FAILURE
                            : Meanwhile.LEFT_RUNNING;
        };
    }

    private static boolean startsByItself(Instance instance) {
        var autostart = instance.setting("boot.autostart");
        return autostart.equals("true")
                || (autostart.isEmpty()
                        && instance.volatileKey(Instance.LAST_POWER).equals("RUNNING"));
    }

    /// After the first failure the server still stops what is left, but moves nothing any more
    /// (Incus 6.0.4: the loop goes on with a cancelled context).
    private InstanceForecast afterFailure(Instance instance) {
        var decision = decide(instance);
        var stays =
                !instance.isRunning()
                        ? Meanwhile.WAS_STOPPED
                        : decision.action() == EvacuationAction.LIVE_MIGRATE
                                ? Meanwhile.LEFT_RUNNING
                                : Meanwhile.STOPPED_BY_FAILURE;
        return forecast(instance, decision, new Destination.NotReached(), stays);
    }

    private static InstanceForecast forecast(
            Instance instance,
            ActionRule.Decision decision,
            Destination destination,
            Meanwhile meanwhile) {
        return new InstanceForecast(
                instance.project(),
                instance.name(),
                instance.isRunning(),
                decision.action(),
                decision.why(),
                destination,
                meanwhile);
    }

    private PlanStep step(List<InstanceForecast> forecasts) {
        return new PlanStep(
                new PlanStep.Sentence.Evacuate(member, mode),
                Steps.request(
                        member,
                        Json.mapper().writeValueAsString(MemberStateChange.evacuate(mode.word()))),
                new StockCommands(image.server().product(), remote).evacuate(member, mode),
                Steps.risk(forecasts.stream().map(InstanceForecast::meanwhile).toList()));
    }
}
