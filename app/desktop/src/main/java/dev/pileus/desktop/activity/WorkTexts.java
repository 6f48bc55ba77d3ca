package dev.pileus.desktop.activity;

import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.model.operations.Progress;
import dev.pileus.model.operations.RunningOperation;
import dev.pileus.model.operations.Work;
import java.util.ArrayList;
import java.util.Locale;

/// What a server does, in words.
public final class WorkTexts {
    private WorkTexts() {}

    /// "Restoring node2".
    public static Phrase title(Work work) {
        return switch (work) {
            case Work.Evacuating(var member) -> Phrase.of("activity.evacuating", member);
            case Work.Restoring(var member) -> Phrase.of("activity.restoring", member);
            case Work.Healing() -> Phrase.of("activity.healing");
            case Work.OnInstance(var verb, var instance) -> Phrase.of(key(verb), instance.name());
            case Work.Other(var description) -> Phrase.verbatim(description);
        };
    }

    /// "5 of 7 instances · Migrating "web-07" to "node4" · 62 MB/s"; may be empty.
    public static Phrase detail(Progress progress) {
        var parts = new ArrayList<Phrase>();
        progress.count()
                .ifPresent(
                        count -> parts.add(Phrase.of("activity.count", count.done(), count.all())));
        if (!progress.step().isEmpty()) {
            parts.add(Phrase.verbatim(progress.step()));
        }
        progress.bytesPerSecond()
                .ifPresent(rate -> parts.add(Phrase.of("activity.rate", new Phrase.Bytes(rate))));
        return new Phrase.Joined(" · ", parts);
    }

    /// An instance is restored from a snapshot, a member from maintenance: two different words.
    private static String key(Work.Verb verb) {
        return verb == Work.Verb.RESTORING
                ? "activity.restoringinstance"
                : "activity." + verb.name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    static OngoingWork row(RunningOperation operation) {
        return new OngoingWork(
                operation.id(),
                title(operation.work()),
                detail(operation.progress()),
                operation.progress().share(),
                operation.progress().left(),
                operation.cancellable());
    }
}
