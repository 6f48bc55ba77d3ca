package dev.pileus.desktop.plan;

import dev.pileus.desktop.i18n.Messages;
import dev.pileus.model.plan.Caution;
import dev.pileus.model.plan.Destination;
import dev.pileus.model.plan.EvacuationPlan;
import dev.pileus.model.plan.InstanceForecast;
import dev.pileus.model.plan.MemberCount;
import dev.pileus.model.plan.Plan;
import dev.pileus.model.plan.PlanStep;
import dev.pileus.model.plan.RestorePlan;
import dev.pileus.model.plan.ReturnForecast;
import dev.pileus.model.store.InstanceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts plans into words.
final class PlanSheets {
    /// With more members than this only those are named whose count changes.
    private static final int MEMBERS_NAMED = 6;

    private final Messages messages;
    private final InstanceTexts instances;
    private final QuorumTexts quorum;
    private final CautionTexts cautions;

    PlanSheets(Messages messages) {
        this.messages = messages;
        this.instances = new InstanceTexts(messages);
        this.quorum = new QuorumTexts(messages);
        this.cautions = new CautionTexts(messages);
    }

    PlanSheet of(Plan plan) {
        return switch (plan) {
            case EvacuationPlan evacuation -> evacuation(evacuation);
            case RestorePlan restore -> restore(restore);
        };
    }

    private PlanSheet evacuation(EvacuationPlan plan) {
        var member = plan.member();
        var leaving = plan.instances().stream().filter(one -> leaves(one.destination())).count();
        var verdict =
                new Remark(
                        QuorumTexts.severity(plan.quorum()),
                        (QuorumTexts.severity(plan.quorum()) == Severity.OK ? "◆ " : "▲ ")
                                + quorum.verdict(member, plan.quorum()),
                        quorum.leadership(member, plan.quorum()));
        return new PlanSheet(
                messages.text("plan.evacuate.title", member),
                messages.text("plan.evacuate.subtitle", member, leaving),
                plan.canRun() ? List.of(verdict) : List.of(),
                heads("plan.goesTo"),
                plan.instances().stream().map(one -> row(member, one)).toList(),
                messages.text("plan.none", member),
                after(member, plan.counts()),
                remarks(plan),
                commands(plan),
                messages.text("plan.evacuate"),
                plan.canRun());
    }

    private PlanSheet restore(RestorePlan plan) {
        var member = plan.member();
        var rows =
                Stream.concat(
                                plan.returning().stream().map(this::row),
                                plan.starting().stream().map(one -> startingRow(member, one)))
                        .toList();
        return new PlanSheet(
                messages.text("plan.restore.title", member),
                messages.text("plan.restore.subtitle", member, plan.returning().size()),
                List.of(),
                heads("plan.comesFrom"),
                rows,
                messages.text("plan.noneBack", member),
                after(member, plan.counts()),
                remarks(plan),
                commands(plan),
                messages.text("plan.restore"),
                plan.canRun());
    }

    private List<String> heads(String place) {
        return Stream.of("plan.instance", "plan.action", place, "plan.meanwhile", "plan.why")
                .map(messages::text)
                .toList();
    }

    private PlanSheet.Row row(String member, InstanceForecast one) {
        var destination = one.destination();
        return new PlanSheet.Row(
                one.key(),
                instances.name(one.key()),
                one.action().word(),
                instances.destination(member, destination),
                instances.meanwhile(one.meanwhile()),
                instances.why(one.why(), destination),
                severity(one));
    }

    private PlanSheet.Row row(ReturnForecast one) {
        return new PlanSheet.Row(
                one.key(),
                instances.name(one.key()),
                messages.text("plan.movesBack"),
                one.from(),
                instances.meanwhile(one.meanwhile()),
                messages.text("plan.why.origin"),
                Severity.OK);
    }

    private PlanSheet.Row startingRow(String member, InstanceKey one) {
        return new PlanSheet.Row(
                one,
                instances.name(one),
                messages.text("plan.startsAgain"),
                member,
                messages.text("plan.meanwhile.startsAgain"),
                messages.text("plan.why.wasRunning"),
                Severity.OK);
    }

    private static Severity severity(InstanceForecast one) {
        if (one.destination() instanceof Destination.NoMemberFits) {
            return Severity.DANGER;
        }
        return switch (one.meanwhile()) {
            case STAYS_UP, RESTARTS, WAS_STOPPED -> Severity.OK;
            case STOPPED_UNTIL_RESTORE, STARTS_THERE, LEFT_RUNNING, NOT_PREDICTABLE ->
                    Severity.CAUTION;
            case STOPPED_BY_FAILURE -> Severity.DANGER;
        };
    }

    private static boolean leaves(Destination destination) {
        return destination instanceof Destination.MovesTo
                || destination instanceof Destination.OneOf
                || destination instanceof Destination.NotPredictable;
    }

    private String after(String member, List<MemberCount> counts) {
        var few = counts.size() <= MEMBERS_NAMED;
        var named =
                counts.stream()
                        .filter(count -> few || count.change() != 0)
                        .filter(count -> !count.member().equals(member) || count.change() != 0)
                        .map(this::count)
                        .collect(Collectors.joining(" · "));
        return named.isEmpty() ? "" : messages.text("plan.after", named);
    }

    private String count(MemberCount count) {
        if (count.change() > 0) {
            return messages.text(
                    "plan.afterMemberMore", count.member(), count.after(), count.change());
        }
        return count.change() < 0
                ? messages.text(
                        "plan.afterMemberLess", count.member(), count.after(), -count.change())
                : messages.text("plan.afterMember", count.member(), count.after());
    }

    private List<Remark> remarks(Plan plan) {
        var remarks = new ArrayList<Remark>();
        plan.obstacles().stream()
                .map(obstacle -> new Remark(Severity.DANGER, cautions.obstacle(obstacle), ""))
                .forEach(remarks::add);
        for (Caution caution : plan.cautions()) {
            cautions.remark(plan.member(), caution).ifPresent(remarks::add);
        }
        return remarks;
    }

    private static String commands(Plan plan) {
        return plan.steps().stream().map(PlanStep::command).collect(Collectors.joining("\n"));
    }
}
