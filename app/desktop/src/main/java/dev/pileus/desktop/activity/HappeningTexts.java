package dev.pileus.desktop.activity;

import dev.pileus.api.Lifecycle;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.shell.Problem;
import dev.pileus.desktop.theme.Tone;
import dev.pileus.model.history.Happening;
import dev.pileus.model.history.Occurrence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A line of the history, in words.
final class HappeningTexts {
    private HappeningTexts() {}

    static PastEvent row(Happening happening, Clients clients) {
        return new PastEvent(
                Long.toString(happening.number()),
                happening.at(),
                what(happening),
                detail(happening, clients),
                tone(happening),
                problem(happening));
    }

    private static Phrase what(Happening happening) {
        return switch (happening.occurrence()) {
            case Occurrence.Told(var action) -> Phrase.verbatim(action);
            case Occurrence.StatusChanged(var _, var after, var _) ->
                    Phrase.of(
                            "activity.turned",
                            happening.subject().name(),
                            Phrase.of("status.member." + after.name().toLowerCase(Locale.ROOT)));
            case Occurrence.LeaderMoved _ ->
                    Phrase.of("activity.leads", happening.subject().name());
            case Occurrence.OperationFailed(var work, var _) ->
                    Phrase.of("activity.failed", WorkTexts.title(work));
            case Occurrence.ConnectionLost _ -> Phrase.of("activity.lost");
            case Occurrence.ConnectionBack() -> Phrase.of("activity.back");
        };
    }

    private static Phrase detail(Happening happening, Clients clients) {
        return switch (happening.occurrence()) {
            case Occurrence.Told _ -> told(happening, clients);
            case Occurrence.StatusChanged(var _, var _, var message) -> Phrase.verbatim(message);
            case Occurrence.LeaderMoved(var before) -> Phrase.of("activity.led", before);
            case Occurrence.OperationFailed(var _, var error) -> Phrase.verbatim(error);
            case Occurrence.ConnectionLost(var trouble) -> Phrase.verbatim(trouble.words());
            case Occurrence.ConnectionBack() -> Phrase.verbatim("");
        };
    }

    /// To what, where, by whom.
    private static Phrase told(Happening happening, Clients clients) {
        var parts = new ArrayList<Phrase>();
        parts.add(Phrase.verbatim(happening.subject().name()));
        if (!happening.location().isEmpty()
                && !happening.location().equals(happening.subject().name())) {
            parts.add(Phrase.of("activity.on", happening.location()));
        }
        happening
                .by()
                .map(Lifecycle.Requestor::username)
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> parts.add(Phrase.of("activity.by", clients.name(name))));
        return new Phrase.Joined("  ", parts);
    }

    private static Tone tone(Happening happening) {
        return switch (happening.severity()) {
            case INFO -> Tone.NEUTRAL;
            case GOOD -> Tone.OK;
            case WARNING -> Tone.CAUTION;
            case ERROR -> Tone.DANGER;
        };
    }

    private static Optional<Problem> problem(Happening happening) {
        return switch (happening.occurrence()) {
            case Occurrence.OperationFailed(var _, var error) ->
                    Optional.of(problem(happening, error));
            case Occurrence.ConnectionLost(var trouble) ->
                    Optional.of(problem(happening, trouble.words()));
            case Occurrence.StatusChanged(var _, var _, var message)
                    when happening.severity() == Happening.Severity.ERROR ->
                    Optional.of(problem(happening, message));
            default -> Optional.empty();
        };
    }

    private static Problem problem(Happening happening, String words) {
        var facts = new ArrayList<Problem.Fact>();
        facts.add(
                new Problem.Fact(
                        Phrase.of("activity.fact.time"), new Phrase.Moment(happening.at())));
        if (!happening.subject().name().isEmpty()) {
            facts.add(
                    new Problem.Fact(
                            Phrase.of("activity.fact.subject"),
                            Phrase.verbatim(happening.subject().name())));
        }
        return new Problem(what(happening), words, List.copyOf(facts), Optional.empty());
    }
}
