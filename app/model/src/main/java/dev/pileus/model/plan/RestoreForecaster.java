package dev.pileus.model.plan;

import dev.pileus.api.Instance;
import dev.pileus.api.Json;
import dev.pileus.api.MemberStateChange;
import dev.pileus.api.MemberStatus;
import dev.pileus.model.store.ClusterImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Computes a restore plan.
final class RestoreForecaster {
    private final ClusterImage image;
    private final String member;
    private final RestoreMode mode;
    private final String remote;

    RestoreForecaster(ClusterImage image, String member, RestoreMode mode, String remote) {
        this.image = image;
        this.member = member;
        this.mode = mode;
        this.remote = remote;
    }

    RestorePlan plan() {
        boolean skips = mode == RestoreMode.SKIP;
        var returning = skips ? List.<ReturnForecast>of() : returning();
        var starting = skips ? List.<InstanceRef>of() : starting();
        return new RestorePlan(
                member,
                mode,
                returning,
                starting,
                counts(returning),
                cautions(),
                List.of(step(returning)),
                Obstacles.restore(image, member, mode, ServerRules.of(image.server())));
    }

    private Stream<Instance> away() {
        return image.instances().stream()
                .filter(one -> one.volatileKey(Instance.EVACUATE_ORIGIN).equals(member))
                .filter(one -> !one.location().equals(member))
                .sorted(ServerOrder.OF_INSTANCES);
    }

    private List<ReturnForecast> returning() {
        return away().map(one ->
                        new ReturnForecast(
                                one.project(),
                                one.name(),
                                one.isRunning(),
                                one.location(),
                                meanwhile(one)))
                .toList();
    }

    /// The mode of the evacuation is forgotten by now: only the instance's own action counts.
    private static Meanwhile meanwhile(Instance instance) {
        if (!instance.isRunning()) {
            return Meanwhile.WAS_STOPPED;
        }
        var action = ActionRule.decide(instance, EvacuationMode.AUTOMATIC).action();
        return action == EvacuationAction.LIVE_MIGRATE ? Meanwhile.STAYS_UP : Meanwhile.RESTARTS;
    }

    private List<InstanceRef> starting() {
        return image.instancesOn(member).stream()
                .filter(one -> one.volatileKey(Instance.LAST_POWER).equals("RUNNING"))
                .filter(one -> !one.isRunning())
                .sorted(ServerOrder.OF_INSTANCES)
                .map(InstanceRef::of)
                .toList();
    }

    private List<MemberCount> counts(List<ReturnForecast> returning) {
        var leaving =
                returning.stream()
                        .collect(
                                Collectors.groupingBy(ReturnForecast::from, Collectors.counting()));
        return image.members().stream()
                .map(one -> {
                    int before = image.instancesOn(one.name()).size();
                    int lost = leaving.getOrDefault(one.name(), 0L).intValue();
                    int gained = one.name().equals(member) ? returning.size() : 0;
                    return new MemberCount(one.name(), before, before - lost + gained);
                })
                .toList();
    }

    private List<Caution> cautions() {
        var cautions = new ArrayList<Caution>();
        if (mode == RestoreMode.SKIP) {
            var away = away().map(InstanceRef::of).toList();
            if (!away.isEmpty()) {
                cautions.add(new Caution.StayAway(away));
            }
        } else {
            holders(cautions);
        }
        if (!image.unread().isEmpty()) {
            cautions.add(new Caution.StaleImage());
        }
        return cautions;
    }

    private void holders(List<Caution> cautions) {
        var offline =
                away().filter(one ->
                                image.member(one.location())
                                        .filter(it -> it.condition() == MemberStatus.OFFLINE)
                                        .isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        Instance::location,
                                        LinkedHashMap::new,
                                        Collectors.mapping(InstanceRef::of, Collectors.toList())));
        offline.forEach(
                (holder, instances) -> cautions.add(new Caution.HolderOffline(instances, holder)));
    }

    private PlanStep step(List<ReturnForecast> returning) {
        return new PlanStep(
                new PlanStep.Sentence.Restore(member, mode),
                Steps.request(
                        member,
                        Json.mapper().writeValueAsString(MemberStateChange.restore(mode.word()))),
                new StockCommands(image.server().product(), remote).restore(member, mode),
                Steps.risk(returning.stream().map(ReturnForecast::meanwhile).toList()));
    }
}
