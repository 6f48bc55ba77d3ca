package dev.pileus.domain.operations;

import dev.pileus.api.StatusCode;

/// Where an operation stands (CONTRACT 5.3).
enum Phase {
    RUNNING("Running", StatusCode.RUNNING),
    CANCELLING("Cancelling", StatusCode.CANCELLING),
    SUCCESS("Success", StatusCode.SUCCESS),
    FAILURE("Failure", StatusCode.FAILURE),
    CANCELLED("Cancelled", StatusCode.CANCELLED);

    private final String word;
    private final int code;

    Phase(String word, int code) {
        this.word = word;
        this.code = code;
    }

    String word() {
        return word;
    }

    int code() {
        return code;
    }

    boolean isFinal() {
        return code >= StatusCode.SUCCESS;
    }
}
