package dev.pileus.model.plan;

import dev.pileus.api.MemberStatus;
import dev.pileus.model.plan.Caution.Refusal;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.InstanceKey;
import dev.pileus.model.store.MemberImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a user should know before an evacuation, the gravest first.
final class EvacuationCautions {
    private final List<Caution> cautions = new ArrayList<>();
    private final EvacuationForecaster inputs;
    private final List<InstanceForecast> forecasts;

    private EvacuationCautions(EvacuationForecaster inputs, List<InstanceForecast> forecasts) {
        this.inputs = inputs;
        this.forecasts = forecasts;
    }

    static List<Caution> of(
            EvacuationForecaster inputs, List<InstanceForecast> forecasts, QuorumForecast quorum) {
        var reader = new EvacuationCautions(inputs, forecasts);
        reader.failures();
        reader.targets();
        reader.downtime();
        reader.members();
        reader.origins();
        reader.database(quorum);
        return reader.cautions;
    }

    private void failures() {
        var instances = inputs.instances();
        for (var refusal : Refusal.values()) {
            var refused =
                    which(one ->
                            Optional.ofNullable(instances.get(one.key()))
                                    .flatMap(it -> Refusals.of(it, one.action()))
                                    .filter(refusal::equals)
                                    .isPresent());
            if (!refused.isEmpty()) {
                cautions.add(new Caution.Refused(refused, refusal));
            }
        }
        var stuck = which(one -> one.destination() instanceof Destination.NoMemberFits);
        if (!stuck.isEmpty()) {
            cautions.add(
                    new Caution.NoTarget(
                            stuck,
                            inputs.rules().noTarget(),
                            meanwhile(Meanwhile.STOPPED_BY_FAILURE)));
        }
    }

    private void targets() {
        for (var cause : Destination.Cause.values()) {
            var destination = new Destination.NotPredictable(cause);
            var unknown = which(one -> one.destination().equals(destination));
            if (!unknown.isEmpty()) {
                cautions.add(new Caution.NotPredictable(unknown, cause));
            }
        }
    }

    private void downtime() {
        var stops = meanwhile(Meanwhile.STOPPED_UNTIL_RESTORE);
        if (!stops.isEmpty()) {
            cautions.add(new Caution.Stops(stops));
        }
        var starts = meanwhile(Meanwhile.STARTS_THERE);
        if (!starts.isEmpty()) {
            cautions.add(new Caution.Starts(starts));
        }
    }

    private void members() {
        if (image().members().size() == 1) {
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
    }

    private void origins() {
        inputs.instances().values().stream()
                .filter(one ->
                        !Origins.of(one).isEmpty() && !Origins.of(one).equals(inputs.member()))
                .collect(
                        Collectors.groupingBy(
                                Origins::of,
                                TreeMap::new,
                                Collectors.mapping(InstanceKey::of, Collectors.toList())))
                .forEach((origin, instances) ->
                        cautions.add(new Caution.OriginElsewhere(instances, origin)));
    }

    private void database(QuorumForecast quorum) {
        if (quorum.now().holds() && !new VoterGuard(image(), inputs.member()).canSpare()) {
            cautions.add(new Caution.WoundedQuorum(quorum));
        }
        if (!image().unread().isEmpty()) {
            cautions.add(new Caution.StaleImage());
        }
    }

    private ClusterImage image() {
        return inputs.image();
    }

    private Stream<MemberImage> others() {
        return image().members().stream().filter(other -> !other.name().equals(inputs.member()));
    }

    private List<InstanceKey> meanwhile(Meanwhile meanwhile) {
        return which(one -> one.meanwhile() == meanwhile);
    }

    private List<InstanceKey> which(Predicate<InstanceForecast> test) {
        return forecasts.stream().filter(test).map(InstanceForecast::key).toList();
    }
}
