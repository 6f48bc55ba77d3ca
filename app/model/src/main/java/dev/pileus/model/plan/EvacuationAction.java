package dev.pileus.model.plan;

/// What an evacuation does with one instance.
public enum EvacuationAction {
    MIGRATE("migrate"),
    LIVE_MIGRATE("live-migrate"),
    /// Copied while it runs, stopped only for the last difference.
    REFRESH_MIGRATE("refresh-migrate"),
    STOP("stop"),
    STATEFUL_STOP("stateful-stop"),
    FORCE_STOP("force-stop");

    private final String word;

    EvacuationAction(String word) {
        this.word = word;
    }

    /// As in `cluster.evacuate`.
    public String word() {
        return word;
    }

    /// Whether the instance leaves the member, given that some member fits.
    public boolean moves() {
        return this == MIGRATE || this == LIVE_MIGRATE || this == REFRESH_MIGRATE;
    }
}
