package dev.pileus.model.plan;

/// One request of a plan.
///
/// @param command the stock command that does the same, ready for a POSIX shell
public record PlanStep(Sentence sentence, Request request, String command, Risk risk) {

    /// What the step does, for the desktop to put into words.
    public sealed interface Sentence {
        record Evacuate(String member, EvacuationMode mode) implements Sentence {}

        record Restore(String member, RestoreMode mode) implements Sentence {}
    }

    /// What goes over the wire.
    ///
    /// @param path begins with `/1.0`, its parts are URL-encoded
    /// @param body JSON
    public record Request(String method, String path, String body) {}

    /// What the step does to running instances at worst.
    public enum Risk {
        /// No running instance notices.
        HARMLESS,
        /// Some restart.
        RESTARTS,
        /// Some are down until somebody brings them back.
        STOPS,
        /// The server is expected to give up on the way.
        FAILS
    }
}
