package dev.pileus.model.plan;

import dev.pileus.api.Instance;
import dev.pileus.api.MemberStatus;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.MemberImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a user should know before an evacuation, the gravest first.
final class EvacuationCautions {
    private final List<Caution> cautions = new ArrayList<>();
    private final ClusterImage image;
    private final String member;
    private final List<InstanceForecast> forecasts;

    private EvacuationCautions(
            ClusterImage image, String member, List<InstanceForecast> forecasts) {
        this.image = image;
        this.member = member;
        this.forecasts = forecasts;
    }

    static List<Caution> of(
            ClusterImage image,
            String member,
            ServerRules rules,
            List<InstanceForecast> forecasts,
            QuorumForecast quorum) {
        var reader = new EvacuationCautions(image, member, forecasts);
        reader.targets(rules);
        reader.downtime();
        reader.surroundings(quorum);
        return List.copyOf(reader.cautions);
    }

    private void targets(ServerRules rules) {
        var stuck = which(one -> one.destination() instanceof Destination.NoMemberFits);
        if (!stuck.isEmpty()) {
            cautions.add(
                    new Caution.NoTarget(
                            stuck,
                            rules.noTarget(),
                            which(one -> one.meanwhile() == Meanwhile.STOPPED_BY_FAILURE)));
        }
        for (var cause : Destination.Cause.values()) {
            var unknown =
                    which(one -> one.destination().equals(new Destination.NotPredictable(cause)));
            if (!unknown.isEmpty()) {
                cautions.add(new Caution.NotPredictable(unknown, cause));
            }
        }
    }

    private void downtime() {
        var stops = which(one -> one.meanwhile() == Meanwhile.STOPPED_UNTIL_RESTORE);
        if (!stops.isEmpty()) {
            cautions.add(new Caution.Stops(stops));
        }
        var starts = which(one -> one.meanwhile() == Meanwhile.STARTS_THERE);
        if (!starts.isEmpty()) {
            cautions.add(new Caution.Starts(starts));
        }
        var containers =
                image.instancesOn(member).stream()
                        .filter(instance -> !instance.isVirtualMachine())
                        .map(InstanceRef::of)
                        .collect(Collectors.toSet());
        var live =
                which(one ->
                        one.running()
                                && one.action() == EvacuationAction.LIVE_MIGRATE
                                && containers.contains(one.ref()));
        if (!live.isEmpty()) {
            cautions.add(new Caution.LiveContainers(live));
        }
    }

    private void surroundings(QuorumForecast quorum) {
        if (image.members().size() == 1) {
            cautions.add(new Caution.SingleMember());
        } else if (others().noneMatch(other -> other.condition() == MemberStatus.ONLINE)) {
            cautions.add(new Caution.LastOnlineMember());
        }
        var maintenance =
                others().filter(other -> other.condition().inMaintenance())
                        .map(MemberImage::name)
                        .toList();
        if (!maintenance.isEmpty()) {
            cautions.add(new Caution.OthersInMaintenance(maintenance));
        }
        origins();
        if (quorum.now().holds()
                && quorum.ifDown().state() != Quorum.State.SAFE
                && image.members().size() > 2) {
            cautions.add(new Caution.WoundedQuorum(quorum));
        }
        if (!image.unread().isEmpty()) {
            cautions.add(new Caution.StaleImage());
        }
    }

    private java.util.stream.Stream<MemberImage> others() {
        return image.members().stream().filter(other -> !other.name().equals(member));
    }

    private void origins() {
        image.instancesOn(member).stream()
                .filter(instance -> !origin(instance).isEmpty() && !origin(instance).equals(member))
                .collect(
                        Collectors.groupingBy(
                                EvacuationCautions::origin,
                                java.util.TreeMap::new,
                                Collectors.mapping(InstanceRef::of, Collectors.toList())))
                .forEach((origin, instances) ->
                        cautions.add(new Caution.OriginElsewhere(instances, origin)));
    }

    private static String origin(Instance instance) {
        return instance.volatileKey(Instance.EVACUATE_ORIGIN);
    }

    private List<InstanceRef> which(Predicate<InstanceForecast> test) {
        return forecasts.stream().filter(test).map(InstanceForecast::ref).toList();
    }
}
