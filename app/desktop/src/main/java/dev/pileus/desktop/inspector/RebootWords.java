package dev.pileus.desktop.inspector;

import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.theme.Tone;
import dev.pileus.model.plan.Quorum;
import dev.pileus.model.plan.SafeToReboot;
import dev.pileus.model.plan.SafeToReboot.Answer;
import dev.pileus.model.plan.SafeToReboot.Ground;
import dev.pileus.model.store.InstanceKey;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts the answer to "safe to reboot?" into words.
final class RebootWords {
    /// More names than this are only counted.
    private static final int NAMED = 3;

    private RebootWords() {}

    static Tone tone(Answer answer) {
        return switch (answer) {
            case NOW -> Tone.OK;
            case AFTER_EVACUATION -> Tone.ACCENT;
            case WAIT -> Tone.CAUTION;
            case NO -> Tone.DANGER;
        };
    }

    static Phrase answer(Answer answer) {
        return switch (answer) {
            case NOW -> Phrase.of("inspector.reboot.now");
            case AFTER_EVACUATION -> Phrase.of("inspector.reboot.after");
            case WAIT -> Phrase.of("inspector.reboot.wait");
            case NO -> Phrase.of("inspector.reboot.no");
        };
    }

    /// The reasons, one sentence each.
    static String grounds(SafeToReboot verdict, Messages messages) {
        return Stream.concat(
                        verdict.grounds().stream().map(RebootWords::ground),
                        database(verdict).stream())
                .map(messages::text)
                .distinct()
                .collect(Collectors.joining(messages.text("inspector.reboot.join")));
    }

    private static List<Phrase> database(SafeToReboot verdict) {
        var down = verdict.quorum().ifDown();
        boolean works = verdict.answer() != Answer.NO && down.state() == Quorum.State.SAFE;
        return works
                ? List.of(Phrase.of("inspector.reboot.quorum", down.online(), down.voters()))
                : List.of();
    }

    private static Phrase ground(Ground ground) {
        return switch (ground) {
            case Ground.RunningInstances(int count) ->
                    Phrase.of("inspector.reboot.instances", count);
            case Ground.RunningOperation(String description) ->
                    Phrase.of("inspector.reboot.operation", description);
            case Ground.Underway() -> Phrase.of("inspector.reboot.underway");
            case Ground.StoppedMeanwhile(var instances) ->
                    Phrase.of("inspector.reboot.stopped", instances.size(), names(instances));
            case Ground.CannotBeEvacuated(var _) -> Phrase.of("inspector.reboot.stuck");
            case Ground.EvacuationFails(var instances) ->
                    Phrase.of("inspector.reboot.fails", instances.size(), names(instances));
            case Ground.QuorumWouldBeLost() -> Phrase.of("inspector.reboot.quorum.lost");
            case Ground.NoVoterToSpare() -> Phrase.of("inspector.reboot.quorum.tight");
            case Ground.QuorumUnknown() -> Phrase.of("inspector.reboot.quorum.unknown");
            case Ground.LeadershipMoves() -> Phrase.of("inspector.reboot.leader");
            case Ground.MemberOffline() -> Phrase.of("inspector.reboot.offline");
            case Ground.OnlyMember() -> Phrase.of("inspector.reboot.only");
        };
    }

    private static Phrase names(List<InstanceKey> instances) {
        var names = instances.stream().limit(NAMED).map(InstanceKey::name);
        var more = instances.size() > NAMED ? Stream.of("…") : Stream.<String>empty();
        return Phrase.verbatim(Stream.concat(names, more).collect(Collectors.joining(", ")));
    }
}
