package dev.pileus.desktop.plan;

import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.map.DragForecast;
import dev.pileus.model.plan.Destination;
import dev.pileus.model.plan.EvacuationPlan;
import dev.pileus.model.plan.InstanceForecast;
import dev.pileus.model.plan.Meanwhile;
import dev.pileus.model.plan.RestorePlan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A plan in one sentence, while a card is being dragged.
public final class Forecasts {
    private final Messages messages;
    private final QuorumTexts quorum;
    private final CautionTexts cautions;

    public Forecasts(Messages messages) {
        this.messages = messages;
        this.quorum = new QuorumTexts(messages);
        this.cautions = new CautionTexts(messages);
    }

    public DragForecast of(EvacuationPlan plan) {
        if (!plan.canRun()) {
            var why = cautions.obstacle(plan.obstacles().getFirst());
            return new DragForecast(why, "", DragForecast.Tone.DANGER, Map.of());
        }
        var severity = QuorumTexts.severity(plan.quorum());
        return new DragForecast(
                sentence(plan),
                (severity == Severity.OK ? "◆ " : "▲ ")
                        + quorum.verdict(plan.member(), plan.quorum()),
                tone(severity),
                plan.arrivals());
    }

    public DragForecast of(RestorePlan plan) {
        if (!plan.canRun()) {
            var why = cautions.obstacle(plan.obstacles().getFirst());
            return new DragForecast(why, "", DragForecast.Tone.DANGER, Map.of());
        }
        return new DragForecast(
                messages.text(
                        "plan.drop.restore",
                        plan.member(),
                        plan.returning().size(),
                        plan.starting().size()),
                "",
                DragForecast.Tone.OK,
                Map.of());
    }

    private String sentence(EvacuationPlan plan) {
        if (plan.instances().isEmpty()) {
            return messages.text("plan.drop.empty", plan.member());
        }
        var targets = targets(plan.instances());
        var moving = targets.values().stream().mapToInt(Integer::intValue).sum();
        var nowhere =
                plan.instances().stream()
                        .filter(one -> one.destination() instanceof Destination.NoMemberFits)
                        .count();
        var stopped =
                plan.instances().stream()
                        .filter(one ->
                                one.meanwhile() == Meanwhile.STOPPED_UNTIL_RESTORE
                                        || one.meanwhile() == Meanwhile.STOPPED_BY_FAILURE)
                        .count();
        var moves =
                moving == 0
                        ? messages.text("plan.drop.noneMoves")
                        : messages.text("plan.drop.moves", moving, arrows(targets));
        var rest =
                nowhere > 0
                        ? messages.text("plan.drop.nowhere", nowhere)
                        : messages.text("plan.drop.stopped", stopped);
        return messages.text("plan.drop.evacuate", plan.member(), moves, rest);
    }

    private static Map<String, Integer> targets(List<InstanceForecast> instances) {
        var targets = new TreeMap<String, Integer>();
        for (var instance : instances) {
            switch (instance.destination()) {
                case Destination.MovesTo(var member) -> targets.merge(member, 1, Integer::sum);
                case Destination.OneOf(var members) ->
                        targets.merge(members.getFirst(), 1, Integer::sum);
                default -> {
                    // stays, or nobody knows
                }
            }
        }
        return targets;
    }

    private String arrows(Map<String, Integer> targets) {
        return targets.entrySet().stream()
                .map(entry -> messages.text("plan.drop.arrow", entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static DragForecast.Tone tone(Severity severity) {
        return switch (severity) {
            case OK -> DragForecast.Tone.OK;
            case CAUTION -> DragForecast.Tone.CAUTION;
            case DANGER -> DragForecast.Tone.DANGER;
        };
    }
}
