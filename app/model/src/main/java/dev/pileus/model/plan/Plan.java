package dev.pileus.model.plan;

import java.util.List;

/// A change that is shown before it runs.
public sealed interface Plan permits EvacuationPlan, RestorePlan {
    /// The member that the change is about.
    String member();

    /// What runs, in this order. Present for a plan that cannot run as well, to show what it would
    /// have been.
    List<PlanStep> steps();

    /// What the user should know before saying yes.
    List<Caution> cautions();

    /// Why it cannot run; empty when it can.
    List<Obstacle> obstacles();

    default boolean canRun() {
        return obstacles().isEmpty();
    }
}
