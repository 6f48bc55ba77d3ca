package dev.pileus.model.plan;

/// What a restore request asks for (CONTRACT 11.3).
public enum RestoreMode {
    /// Instances come back and start.
    EVERYTHING(""),
    /// Only the member's state changes.
    SKIP("skip");

    private final String word;

    RestoreMode(String word) {
        this.word = word;
    }

    /// As on the wire.
    public String word() {
        return word;
    }
}
