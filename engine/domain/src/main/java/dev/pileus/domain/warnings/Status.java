package dev.pileus.domain.warnings;

import dev.pileus.api.ApiException;
import dev.pileus.database.DatabaseException;
import java.util.Arrays;

/// What has become of a warning.
enum Status {
    NEW(1, "new"),
    ACKNOWLEDGED(2, "acknowledged"),
    RESOLVED(3, "resolved");

    private final int number;
    private final String word;

    Status(int number, String word) {
        this.number = number;
        this.word = word;
    }

    /// As it is in the database.
    int number() {
        return number;
    }

    String word() {
        return word;
    }

    static Status of(long number) {
        return Arrays.stream(values())
                .filter(status -> status.number == number)
                .findFirst()
                .orElseThrow(() -> new DatabaseException("no warning has status " + number));
    }

    /// What an admin may set it to.
    ///
    /// @throws ApiException 400, 403
    static Status settable(String word) {
        var status =
                Arrays.stream(values())
                        .filter(candidate -> candidate.word.equals(word))
                        .findFirst()
                        .orElseThrow(() ->
                                new ApiException(
                                        400, "Invalid warning type \"%s\"".formatted(word)));
        if (status == RESOLVED) {
            throw new ApiException(403, "Status may only be set to \"acknowledge\" or \"new\"");
        }
        return status;
    }
}
