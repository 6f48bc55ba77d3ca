package dev.pileus.model.plan;

/// What an evacuation request asks for all instances (CONTRACT 11.1).
public enum EvacuationMode {
    /// Each instance decides by its own `cluster.evacuate`. Sent as an empty mode: newest LXD
    /// refuses the word `auto`.
    AUTOMATIC(""),
    MIGRATE("migrate"),
    LIVE_MIGRATE("live-migrate"),
    REFRESH_MIGRATE("refresh-migrate"),
    STOP("stop"),
    STATEFUL_STOP("stateful-stop"),
    FORCE_STOP("force-stop");

    private final String word;

    EvacuationMode(String word) {
        this.word = word;
    }

    /// As on the wire.
    public String word() {
        return word;
    }
}
