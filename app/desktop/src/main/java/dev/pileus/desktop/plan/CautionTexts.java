package dev.pileus.desktop.plan;

import dev.pileus.desktop.i18n.Messages;
import dev.pileus.model.plan.Caution;
import dev.pileus.model.plan.Obstacle;
import java.util.Optional;

/// What speaks against a plan, in words.
final class CautionTexts {
    private final Messages messages;
    private final InstanceTexts instances;

    CautionTexts(Messages messages) {
        this.messages = messages;
        this.instances = new InstanceTexts(messages);
    }

    /// Empty for what the dialog says elsewhere already.
    Optional<Remark> remark(String member, Caution caution) {
        return switch (caution) {
            case Caution.NoTarget noTarget -> Optional.of(noTarget(member, noTarget));
            case Caution.Stops(var stopped) ->
                    caution(
                            messages.text(
                                    "plan.caution.stops", instances.names(stopped), stopped.size()),
                            messages.text("plan.caution.stops.detail", member, stopped.size()));
            case Caution.Starts(var started) ->
                    caution(
                            messages.text(
                                    "plan.caution.starts",
                                    instances.names(started),
                                    started.size()),
                            "");
            case Caution.Refused(var refused, var why) ->
                    Optional.of(
                            new Remark(
                                    Severity.DANGER,
                                    messages.text("plan.caution.refused", instances.names(refused)),
                                    messages.text(
                                            "plan.caution.refused." + InstanceTexts.word(why))));
            case Caution.LastOnlineMember() ->
                    caution(messages.text("plan.caution.lastOnline", member), "");
            case Caution.SingleMember() -> caution(messages.text("plan.caution.single"), "");
            case Caution.OthersInMaintenance(var members) ->
                    caution(
                            messages.text(
                                    "plan.caution.others",
                                    String.join(", ", members),
                                    members.size()),
                            messages.text("plan.caution.others.detail"));
            case Caution.OriginElsewhere(var moved, var origin) ->
                    caution(
                            messages.text(
                                    "plan.caution.origin",
                                    instances.names(moved),
                                    origin,
                                    moved.size()),
                            messages.text("plan.caution.origin.detail", origin));
            case Caution.WoundedQuorum _ -> Optional.empty();
            case Caution.NotPredictable(var uncertain, var cause) ->
                    caution(
                            messages.text(
                                    "plan.caution.unforeseen",
                                    instances.names(uncertain),
                                    uncertain.size()),
                            messages.text("plan.unforeseen." + InstanceTexts.word(cause)));
            case Caution.StaleImage() -> caution(messages.text("plan.caution.stale"), "");
            case Caution.HolderOffline(var held, var holder) ->
                    caution(
                            messages.text(
                                    "plan.caution.holder",
                                    instances.names(held),
                                    holder,
                                    held.size()),
                            messages.text("plan.caution.holder.detail"));
            case Caution.ComeBackStopped(var stopped) ->
                    caution(
                            messages.text(
                                    "plan.caution.backStopped",
                                    instances.names(stopped),
                                    stopped.size()),
                            messages.text("plan.caution.backStopped.detail", stopped.size()));
            case Caution.StayAway(var away) ->
                    caution(
                            messages.text("plan.caution.away", instances.names(away), away.size()),
                            "");
        };
    }

    private Remark noTarget(String member, Caution.NoTarget noTarget) {
        var names = instances.names(noTarget.instances());
        var count = noTarget.instances().size();
        var headline = messages.text("plan.caution.nowhere", names, count);
        return switch (noTarget.rule()) {
            case FAILS ->
                    new Remark(
                            Severity.DANGER,
                            headline,
                            noTarget.stoppedByFailure().isEmpty()
                                    ? messages.text("plan.caution.nowhere.fails", member)
                                    : messages.text(
                                            "plan.caution.nowhere.failsStopped",
                                            member,
                                            instances.names(noTarget.stoppedByFailure())));
            case SKIPS ->
                    new Remark(
                            Severity.CAUTION,
                            headline,
                            messages.text("plan.caution.nowhere.skips", member));
            case STOPS_IN_PLACE ->
                    new Remark(
                            Severity.CAUTION,
                            headline,
                            messages.text("plan.caution.nowhere.stops", member));
        };
    }

    private static Optional<Remark> caution(String headline, String detail) {
        return Optional.of(new Remark(Severity.CAUTION, headline, detail));
    }

    /// Why the plan cannot run.
    String obstacle(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.NotClustered() -> messages.text("plan.obstacle.notClustered");
            case Obstacle.UnknownMember(var member) ->
                    messages.text("plan.obstacle.unknownMember", member);
            case Obstacle.Disconnected(var reason) ->
                    messages.text("plan.obstacle.disconnected", reason);
            case Obstacle.MemberOffline(var member) ->
                    messages.text("plan.obstacle.offline", member);
            case Obstacle.AlreadyEvacuated(var member) ->
                    messages.text("plan.obstacle.evacuated", member);
            case Obstacle.NotEvacuated(var member) ->
                    messages.text("plan.obstacle.notEvacuated", member);
            case Obstacle.Underway(var member) -> messages.text("plan.obstacle.underway", member);
            case Obstacle.AnotherEvacuation(var member) ->
                    messages.text("plan.obstacle.another", member);
            case Obstacle.EvacuationModeNotOffered(var mode) ->
                    messages.text("plan.obstacle.mode", mode.word());
            case Obstacle.RestoreModeNotOffered(var mode) ->
                    messages.text("plan.obstacle.mode", mode.word());
            case Obstacle.SingleMemberCannotMove _ -> messages.text("plan.obstacle.single");
            case Obstacle.QuorumLost(var quorum) ->
                    messages.text("plan.obstacle.quorumLost", quorum.online(), quorum.voters());
            case Obstacle.DaemonWouldCrash(var crashing) ->
                    messages.text("plan.obstacle.crash", instances.names(crashing));
            case Obstacle.VoterNeeded _ -> messages.text("plan.obstacle.voterNeeded");
        };
    }
}
