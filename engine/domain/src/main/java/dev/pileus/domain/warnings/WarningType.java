package dev.pileus.domain.warnings;

import java.util.Arrays;
import java.util.Optional;

/// What can be warned of.
public enum WarningType {
    OFFLINE_MEMBER("Offline cluster member", Severity.LOW),
    POOL_UNAVAILABLE("Storage pool unavailable", Severity.HIGH),
    INSTANCES_STRANDED("Instances of an offline cluster member cannot be moved", Severity.HIGH);

    private final String title;
    private final Severity severity;

    WarningType(String title, Severity severity) {
        this.title = title;
        this.severity = severity;
    }

    /// The `type` of the API; also what is kept in the database.
    public String title() {
        return title;
    }

    Severity severity() {
        return severity;
    }

    static Optional<WarningType> of(String title) {
        return Arrays.stream(values()).filter(type -> type.title.equals(title)).findFirst();
    }

    /// How much it matters.
    enum Severity {
        LOW("low"),
        MODERATE("moderate"),
        HIGH("high");

        private final String word;

        Severity(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
