package dev.pileus.model.actions;

import dev.pileus.model.store.InstanceKey;

/// What became of one instance, seen after the run.
///
/// @param location member that holds it now; empty when it is gone
/// @param running whether it runs now, perhaps frozen
public record InstanceResult(
        InstanceKey instance, Verdict verdict, String location, boolean running) {
    /// Compared with the plan.
    public enum Verdict {
        AS_PLANNED,
        /// On another member than foreseen, otherwise fine.
        ELSEWHERE,
        /// Where it was, untouched.
        NOT_MOVED,
        /// Stopped, though it was meant to run, or ran before and nothing will start it again:
        /// somebody must.
        LEFT_STOPPED,
        /// There is no such instance any more.
        GONE
    }

    /// Whether something is left to do.
    public boolean isOpen() {
        return verdict == Verdict.NOT_MOVED || verdict == Verdict.LEFT_STOPPED;
    }
}
