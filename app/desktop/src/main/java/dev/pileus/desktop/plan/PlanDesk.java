package dev.pileus.desktop.plan;

import dev.pileus.model.plan.Plan;

/// Who carries out what the dialog asks for.
interface PlanDesk {
    void run(Plan plan);

    /// The dialog leaves; what runs goes on.
    void close();
}
