package dev.pileus.model.plan;

import dev.pileus.api.Instance;
import dev.pileus.api.MemberStateChange;
import dev.pileus.api.MemberStatus;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.InstanceKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Computes a restore plan.
record RestoreForecaster(
        ClusterImage image, String member, RestoreMode mode, String remote, ServerRules rules) {
    RestorePlan plan() {
        var away = Origins.away(image, member);
        boolean skips = mode == RestoreMode.SKIP;
        var returning =
                skips ? List.<ReturnForecast>of() : away.stream().map(this::returning).toList();
        var cautions = cautions(away);
        return new RestorePlan(
                member,
                mode,
                returning,
                skips ? List.of() : starting(),
                counts(returning),
                cautions,
                List.of(step(returning, cautions)),
                new Obstacles(image, member, rules).toRestore(mode, away));
    }

    private static List<Instance> inServerOrder(Stream<Instance> instances) {
        return ProjectOrders.of(instances.toList()).getFirst();
    }

    /// The mode of the evacuation is forgotten by now: only the instance's own action counts.
    private ReturnForecast returning(Instance instance) {
        boolean up = instance.isRunning();
        var action = new ActionRule(rules).decide(instance, EvacuationMode.AUTOMATIC).action();
        var running =
                action == EvacuationAction.LIVE_MIGRATE ? Meanwhile.STAYS_UP : Meanwhile.RESTARTS;
        return new ReturnForecast(
                instance.project(),
                instance.name(),
                up,
                instance.location(),
                up ? running : Meanwhile.WAS_STOPPED);
    }

    private List<InstanceKey> starting() {
        return inServerOrder(image.instancesOn(member).stream().filter(Power::isStoppedForNow))
                .stream()
                .map(InstanceKey::of)
                .toList();
    }

    private List<MemberCount> counts(List<ReturnForecast> returning) {
        var leaving =
                returning.stream()
                        .collect(
                                Collectors.groupingBy(ReturnForecast::from, Collectors.counting()));
        var before = image.instancesByMember();
        return image.members().stream()
                .map(one -> {
                    int now = before.getOrDefault(one.name(), List.of()).size();
                    int lost = leaving.getOrDefault(one.name(), 0L).intValue();
                    int gained = one.name().equals(member) ? returning.size() : 0;
                    return new MemberCount(one.name(), now, now - lost + gained);
                })
                .toList();
    }

    private List<Caution> cautions(List<Instance> away) {
        var cautions = new ArrayList<Caution>();
        if (mode == RestoreMode.SKIP) {
            addUnlessEmpty(cautions, away, Caution.StayAway::new);
        } else {
            holders(away, cautions);
            var stopped = away.stream().filter(Power::isStoppedForNow).toList();
            addUnlessEmpty(cautions, stopped, Caution.ComeBackStopped::new);
        }
        if (!image.unread().isEmpty()) {
            cautions.add(new Caution.StaleImage());
        }
        return cautions;
    }

    private static void addUnlessEmpty(
            List<Caution> cautions,
            List<Instance> instances,
            Function<List<InstanceKey>, Caution> caution) {
        if (!instances.isEmpty()) {
            cautions.add(caution.apply(instances.stream().map(InstanceKey::of).toList()));
        }
    }

    private void holders(List<Instance> away, List<Caution> cautions) {
        away.stream()
                .filter(one -> isOffline(one.location()))
                .collect(
                        Collectors.groupingBy(
                                Instance::location,
                                LinkedHashMap::new,
                                Collectors.mapping(InstanceKey::of, Collectors.toList())))
                .forEach((holder, instances) ->
                        cautions.add(new Caution.HolderOffline(instances, holder)));
    }

    private boolean isOffline(String name) {
        return image.member(name)
                .filter(one -> one.condition() == MemberStatus.OFFLINE)
                .isPresent();
    }

    private PlanStep step(List<ReturnForecast> returning, List<Caution> cautions) {
        return new PlanStep(
                new PlanStep.Sentence.Restore(member, mode),
                Steps.request(member, MemberStateChange.restore(mode.word())),
                new StockCommands(image.server().product(), remote).restore(member, mode),
                Steps.risk(returning.stream().map(ReturnForecast::meanwhile).toList(), cautions));
    }
}
