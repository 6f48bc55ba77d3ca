package dev.pileus.model.actions;

import dev.pileus.client.Accepted;
import dev.pileus.client.ClientException;
import dev.pileus.client.Failure;
import dev.pileus.client.OperationOutcome;
import dev.pileus.client.ServerApi;
import dev.pileus.model.plan.EvacuationPlan;
import dev.pileus.model.plan.Plan;
import dev.pileus.model.plan.RestorePlan;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out a plan. Its progress is that of the server's operation, which the live image shows
/// to everybody; here is how it ends.
public final class PlanRun {
    private static final Logger LOG = LoggerFactory.getLogger(PlanRun.class);

    /// A large machine may be copied for hours.
    private static final Duration PATIENCE = Duration.ofHours(12);

    private final ServerApi server;

    public PlanRun(ServerApi server) {
        this.server = server;
    }

    /// Blocks until the plan has ended; an interrupt ends the waiting, not the server's work.
    ///
    /// @throws IllegalArgumentException when the plan says that it cannot run
    public PlanResult carryOut(Plan plan) {
        if (!plan.canRun()) {
            throw new IllegalArgumentException("Cannot run: " + plan.obstacles());
        }
        var ending = end(plan);
        return new PlanResult(plan, ending, aftermath(plan, ending));
    }

    private Ending end(Plan plan) {
        Accepted accepted;
        try {
            accepted = begin(plan);
        } catch (ClientException refused) {
            LOG.warn("{} on {} was not begun", refused.request(), refused.endpoint(), refused);
            return new Ending.NotBegun(
                    refused.request(), refused.endpoint().toString(), refused.failure());
        }
        return switch (accepted) {
            case Accepted.Done() -> new Ending.Done();
            case Accepted.Running(var operation) -> {
                try {
                    yield ending(plan, server.operations().await(operation, PATIENCE));
                } catch (ClientException lost) {
                    LOG.warn("The end of {} was not seen", operation.id(), lost);
                    yield new Ending.Unseen(request(plan));
                }
            }
        };
    }

    private Accepted begin(Plan plan) {
        return switch (plan) {
            case EvacuationPlan evacuation ->
                    server.members().evacuate(evacuation.member(), evacuation.mode().word());
            case RestorePlan restore ->
                    server.members().restore(restore.member(), restore.mode().word());
        };
    }

    private static Ending ending(Plan plan, OperationOutcome outcome) {
        return switch (outcome) {
            case OperationOutcome.Succeeded _ -> new Ending.Done();
            case OperationOutcome.Failed(var _, var words) ->
                    new Ending.Failed(request(plan), words);
            case OperationOutcome.Forgotten _, OperationOutcome.StillRunning _ ->
                    new Ending.Unseen(request(plan));
        };
    }

    private static String request(Plan plan) {
        return plan.steps().stream()
                .map(step -> step.request().method() + " " + step.request().path())
                .findFirst()
                .orElse("");
    }

    private List<InstanceResult> aftermath(Plan plan, Ending ending) {
        if (ending instanceof Ending.NotBegun(var _, var _, Failure.Interrupted _)) {
            return List.of();
        }
        try {
            return Aftermath.of(plan, server.instances().list());
        } catch (ClientException unreadable) {
            LOG.warn("What became of the instances could not be read", unreadable);
            return List.of();
        }
    }
}
