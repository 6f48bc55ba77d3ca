package dev.pileus.desktop.plan;

import dev.pileus.model.actions.PlanProgress;
import dev.pileus.model.actions.PlanResult;
import dev.pileus.model.plan.Plan;

/// Who carries out what the dialog asks for.
interface PlanDesk {
    void run(Plan plan);

    /// How far a running plan is.
    PlanProgress progress(Plan plan);

    /// Starts what a failed run has left stopped.
    void startAgain(PlanResult result);

    /// The dialog leaves; what runs goes on.
    void close();
}
