package dev.pileus.domain.definitions;

import dev.pileus.database.DatabaseException;
import java.util.Arrays;

/// How far a definition, or its part on one member, has come.
public enum Stage {
    /// Only written down.
    PENDING(0, "Pending"),
    CREATED(1, "Created"),
    /// Its creation or deletion began and did not succeed everywhere; both can be repeated.
    ERRORED(2, "Errored");

    private final int number;
    private final String status;

    Stage(int number, String status) {
        this.number = number;
        this.status = status;
    }

    /// The word of the API.
    public String status() {
        return status;
    }

    /// As it is in the database.
    int number() {
        return number;
    }

    static Stage of(long number) {
        return Arrays.stream(values())
                .filter(stage -> stage.number == number)
                .findFirst()
                .orElseThrow(() -> new DatabaseException("no definition is in state " + number));
    }
}
