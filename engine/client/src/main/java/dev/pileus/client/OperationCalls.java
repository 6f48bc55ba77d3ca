package dev.pileus.client;

import dev.pileus.api.Operation;
import java.time.Duration;
import java.util.List;

/// `/1.0/operations`: the background work of all members.
public final class OperationCalls {
    private static final int HTTP_NOT_FOUND = 404;

    /// Seconds that one request waits. Short enough to notice a dead server.
    private static final int SLICE = 20;

    private static final Duration BREATH = Duration.ofMillis(100);

    /// What Incus 6.0 says when the time to wait is over.
    private static final String TIMED_OUT = "context deadline exceeded";

    private static final Duration ANSWER = Duration.ofSeconds(SLICE + 10);

    private final Calls calls;

    OperationCalls(Calls calls) {
        this.calls = calls;
    }

    /// Running and just finished ones of all projects and all members that answer.
    public List<Operation> list() {
        var request = operation("GET").query("recursion", "1").query("all-projects", "true");
        return calls.send(request).flattened(Operation.class);
    }

    /// Refused with 404 a few seconds after the end. What belongs to one project, or to none.
    public List<Operation> list(String project) {
        var request = operation("GET").query("recursion", "1").query("project", project);
        return calls.send(request).flattened(Operation.class);
    }

    public Operation get(String id) {
        return calls.send(operation("GET", id)).as(Operation.class);
    }

    /// Refused with 400 when the operation cannot be cancelled.
    public void cancel(String id) {
        calls.change(operation("DELETE", id));
    }

    /// Waits for the end of background work, over the failure of single members.
    ///
    /// @param limit how long at most, to the second
    public OperationOutcome await(Operation operation, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        var last = operation;
        while (true) {
            var outcome = waitOnce(last, Duration.ofNanos(deadline - System.nanoTime()));
            if (!(outcome instanceof OperationOutcome.StillRunning(var running))
                    || System.nanoTime() >= deadline) {
                return outcome;
            }
            last = running;
            // a server that answers too early is not asked without end; an interrupt ends the next
            // request
            Pause.of(BREATH);
        }
    }

    /// Waits for a change that nearly all servers make at once.
    void finish(Answer answer, Duration limit) {
        var operation = answer.as(Operation.class);
        switch (await(operation, limit)) {
            case OperationOutcome.Succeeded s -> {}
            case OperationOutcome.Forgotten f -> {}
            case OperationOutcome.Failed(var failed, var error) ->
                    throw answer.failed(new Failure.Refused(failed.statusCode(), error));
            case OperationOutcome.StillRunning r -> throw answer.failed(new Failure.NoAnswer());
        }
    }

    /// One `/wait`, in the three dialects of CONTRACT 5.4: servers answer with the operation, or,
    /// as Incus 6.0 does for a failed one and for one that takes longer, with an error.
    private OperationOutcome waitOnce(Operation operation, Duration left) {
        var seconds = Math.clamp(left.toSeconds() + 1, 1, SLICE);
        var request =
                operation("GET", operation.id(), "wait").query("timeout", Long.toString(seconds));
        try {
            return outcome(calls.patiently(ANSWER).send(request).as(Operation.class), "");
        } catch (ClientException e) {
            if (e.isRefusal(HTTP_NOT_FOUND)) {
                return new OperationOutcome.Forgotten();
            }
            return switch (e.failure()) {
                case Failure.Refused(int status, String text) -> afterError(operation, text, e);
                case Failure.NotTrusted(String text) -> afterError(operation, text, e);
                default -> throw e;
            };
        }
    }

    /// The operation itself tells whether the error was its own.
    private OperationOutcome afterError(Operation operation, String text, ClientException error) {
        try {
            return outcome(get(operation.id()), text);
        } catch (ClientException e) {
            if (!e.isRefusal(HTTP_NOT_FOUND)) {
                throw error;
            }
            return text.contains(TIMED_OUT)
                    ? new OperationOutcome.Forgotten()
                    : new OperationOutcome.Failed(operation, text);
        }
    }

    private static OperationOutcome outcome(Operation state, String error) {
        if (!state.isFinished()) {
            return new OperationOutcome.StillRunning(state);
        }
        return state.hasFailed()
                ? new OperationOutcome.Failed(state, state.err().isEmpty() ? error : state.err())
                : new OperationOutcome.Succeeded(state);
    }

    private static Request operation(String method, String... path) {
        return Request.of(method, "operations", path);
    }
}
