package dev.pileus.desktop.plan;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.model.actions.PlanResult;
import dev.pileus.model.plan.Plan;
import dev.pileus.model.store.InstanceKey;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// How the plan of one member runs, for a dialog that may be closed and opened again meanwhile.
final class RunSheet {
    private @Nullable PlanDialogController watcher;
    private Optional<Plan> running = Optional.empty();
    private Phrase said = Phrase.of("plan.running");
    private double share = -1;

    /// Tells a dialog how it stands, and what comes, until it is dropped.
    void watch(PlanDialogController dialog, Lifetime drawn) {
        watcher = dialog;
        drawn.atEnd(() -> {
            if (dialog.equals(watcher)) {
                watcher = null;
            }
        });
        running.ifPresent(plan -> {
            dialog.showRunning(plan);
            dialog.showProgress(said, share);
        });
    }

    boolean isWatched() {
        return watcher != null;
    }

    void begin(Plan plan) {
        running = Optional.of(plan);
        said = Phrase.of("plan.running");
        share = -1;
    }

    /// @param newShare 0 to 1; negative while unknown
    void tell(Phrase words, double newShare) {
        if (running.isPresent()) {
            said = words;
            share = newShare;
            if (watcher != null) {
                watcher.showProgress(words, newShare);
            }
        }
    }

    /// @param failed instances that do not start, with the server's words
    void startedAgain(SequencedMap<InstanceKey, String> failed) {
        if (watcher != null) {
            watcher.showStartedAgain(failed);
        }
    }

    /// It ended in a way that nobody foresaw.
    void breakOff() {
        running = Optional.empty();
        if (watcher != null) {
            watcher.showBroken();
        }
    }

    void end(PlanResult result) {
        running = Optional.empty();
        if (watcher != null) {
            watcher.showOutcome(result);
        }
    }
}
