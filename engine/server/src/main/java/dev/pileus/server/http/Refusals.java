package dev.pileus.server.http;

import dev.pileus.api.ApiException;
import dev.pileus.database.BrokenConstraintException;
import dev.pileus.database.HaltedException;
import dev.pileus.database.NoLeaderException;
import dev.pileus.database.WriteOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What went wrong, as an answer. Faults of ours are logged here, once, and nowhere else.
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    /// @param request for the log, such as `PUT /1.0`
    static Answer.Refused of(RuntimeException problem, String request) {
        return switch (problem) {
            case ApiException refusal -> new Answer.Refused(refusal.status(), refusal.text());
            case NoLeaderException leaderless ->
                    new Answer.Refused(
                            503, "The database has no leader: " + leaderless.getMessage());
            case HaltedException halted ->
                    new Answer.Refused(503, String.valueOf(halted.getMessage()));
            case BrokenConstraintException broken when broken.kind() == WriteOutcome.Kind.UNIQUE ->
                    new Answer.Refused(409, "Conflict");
            case UncheckedIOException broken when isClients(broken.getCause()) ->
                    new Answer.Refused(400, "Invalid request: it ended early");
            default -> {
                LOG.error("{} failed", request, problem);
                yield new Answer.Refused(500, "Internal error: see the log of this member");
            }
        };
    }

    private static boolean isClients(@Nullable IOException cause) {
        return cause instanceof java.io.EOFException
                || cause instanceof org.eclipse.jetty.io.EofException;
    }
}
