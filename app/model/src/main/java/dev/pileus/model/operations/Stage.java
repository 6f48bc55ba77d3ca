package dev.pileus.model.operations;

import dev.pileus.api.Operation;
import dev.pileus.api.StatusCode;

/// Where an operation is in its life.
public sealed interface Stage {
    record Running() implements Stage {}

    record Cancelling() implements Stage {}

    record Succeeded() implements Stage {}

    record Cancelled() implements Stage {}

    /// Ended without success.
    ///
    /// @param error the server's own words
    record Failed(String error) implements Stage {}

    static Stage of(Operation operation) {
        return switch (operation.statusCode()) {
            case StatusCode.SUCCESS -> new Succeeded();
            case StatusCode.CANCELLED -> new Cancelled();
            case StatusCode.CANCELLING -> new Cancelling();
            default -> operation.hasFailed() ? new Failed(operation.err()) : new Running();
        };
    }

    default boolean isOver() {
        return switch (this) {
            case Running r -> false;
            case Cancelling c -> false;
            case Succeeded s -> true;
            case Cancelled c -> true;
            case Failed f -> true;
        };
    }
}
