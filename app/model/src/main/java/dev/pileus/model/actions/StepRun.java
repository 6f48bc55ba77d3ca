package dev.pileus.model.actions;

import dev.pileus.api.Operation;
import dev.pileus.client.Accepted;
import dev.pileus.client.ClientException;
import dev.pileus.client.Failure;
import dev.pileus.client.OperationOutcome;
import dev.pileus.client.Pause;
import dev.pileus.client.ServerApi;
import dev.pileus.model.plan.PlanStep;
import dev.pileus.model.plan.PlanStep.Sentence;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the request of one step and follows the server's work to its end, over the loss of single
/// members, and for a while over the loss of all.
///
/// @param silence how long all members may be silent
record StepRun(ServerApi server, PlanStep step, Duration silence) {
    private static final Logger LOG = LoggerFactory.getLogger(StepRun.class);

    /// The work itself may take hours, but news of it come this often.
    private static final Duration NEWS = Duration.ofMinutes(1);

    private static final Duration BREATH = Duration.ofSeconds(1);

    Ending run() {
        try {
            return switch (send()) {
                case Accepted.Done() -> new Ending.Done();
                case Accepted.Running(var operation) -> follow(operation);
            };
        } catch (ClientException e) {
            LOG.warn("{} on {} was not begun", e.request(), e.endpoint(), e);
            return mayHaveBegun(e.failure()) ? find(e) : notBegun(e);
        }
    }

    private Accepted send() {
        return switch (step.sentence()) {
            case Sentence.Evacuate(var member, var mode) ->
                    server.members().evacuate(member, mode.word());
            case Sentence.Restore(var member, var mode) ->
                    server.members().restore(member, mode.word());
        };
    }

    private static boolean mayHaveBegun(Failure failure) {
        return failure instanceof Failure.ConnectionLost || failure instanceof Failure.NoAnswer;
    }

    private static Ending notBegun(ClientException e) {
        return new Ending.NotBegun(e.request(), e.endpoint().toString(), e.failure());
    }

    /// The answer was lost: another member may know whether the work has begun.
    private Ending find(ClientException lost) {
        try {
            return server.operations().list().stream()
                    .filter(this::isOurs)
                    .findFirst()
                    .map(this::follow)
                    .orElseGet(() -> notBegun(lost));
        } catch (ClientException alsoLost) {
            lost.addSuppressed(alsoLost);
            return unseen();
        }
    }

    private boolean isOurs(Operation operation) {
        return !operation.isFinished()
                && switch (step.sentence()) {
                    case Sentence.Evacuate(var member, var _) ->
                            is(operation, "Evacuating cluster member", member);
                    case Sentence.Restore(var member, var _) ->
                            is(operation, "Restoring cluster member", member);
                };
    }

    private static boolean is(Operation operation, String description, String member) {
        return operation.description().equals(description) && operation.location().equals(member);
    }

    private Ending follow(Operation begun) {
        var operation = begun;
        var heard = System.nanoTime();
        while (true) {
            try {
                var outcome = server.operations().await(operation, NEWS);
                if (!(outcome instanceof OperationOutcome.StillRunning(var running))) {
                    return ending(outcome);
                }
                operation = running;
                heard = System.nanoTime();
            } catch (ClientException lost) {
                if (System.nanoTime() - heard > silence.toNanos() || !mayTryAgain(lost)) {
                    LOG.warn("The end of {} was not seen", operation.id(), lost);
                    return unseen();
                }
            }
        }
    }

    private Ending ending(OperationOutcome outcome) {
        return switch (outcome) {
            case OperationOutcome.Succeeded _ -> new Ending.Done();
            case OperationOutcome.Failed(var _, var words) -> new Ending.Failed(request(), words);
            case OperationOutcome.Forgotten _, OperationOutcome.StillRunning _ -> unseen();
        };
    }

    private Ending unseen() {
        return new Ending.Unseen(request());
    }

    private String request() {
        return step.request().method() + " " + step.request().path();
    }

    private static boolean mayTryAgain(ClientException lost) {
        return !(lost.failure() instanceof Failure.Interrupted) && Pause.of(BREATH);
    }
}
