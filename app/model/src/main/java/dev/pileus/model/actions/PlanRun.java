package dev.pileus.model.actions;

import dev.pileus.client.ClientException;
import dev.pileus.client.Failure;
import dev.pileus.client.ServerApi;
import dev.pileus.model.plan.Plan;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out a plan. Its progress is that of the server's operation, which the live image shows
/// to everybody (see [PlanProgress]); here is how it ends.
public final class PlanRun {
    private static final Logger LOG = LoggerFactory.getLogger(PlanRun.class);

    /// How long all members may be silent. The restart of a daemon takes less.
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final ServerApi server;
    private final Duration silence;

    public PlanRun(ServerApi server) {
        this(server, SILENCE);
    }

    PlanRun(ServerApi server, Duration silence) {
        this.server = server;
        this.silence = silence;
    }

    /// Blocks until the plan has ended; an interrupt ends the waiting, not the server's work.
    ///
    /// @throws IllegalArgumentException when the plan says that it cannot run
    public PlanResult carryOut(Plan plan) {
        if (!plan.canRun()) {
            throw new IllegalArgumentException("Cannot run: " + plan.obstacles());
        }
        return result(plan, ending(plan));
    }

    /// A step that is not done ends the plan.
    private Ending ending(Plan plan) {
        for (var step : plan.steps()) {
            var ending = new StepRun(server, step, silence).run();
            if (!(ending instanceof Ending.Done)) {
                return ending;
            }
        }
        return new Ending.Done();
    }

    private PlanResult result(Plan plan, Ending ending) {
        if (ending instanceof Ending.NotBegun(var _, var _, Failure.Interrupted _)) {
            return new PlanResult(plan, ending, List.of());
        }
        try {
            var members = server.members().list();
            return new Aftermath(plan, members, server.instances().list()).result(ending);
        } catch (ClientException unreadable) {
            LOG.warn("What became of the instances could not be read", unreadable);
            return new PlanResult(plan, ending, List.of());
        }
    }
}
