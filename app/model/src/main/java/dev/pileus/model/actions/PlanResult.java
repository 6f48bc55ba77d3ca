package dev.pileus.model.actions;

import dev.pileus.model.plan.Plan;
import java.util.List;

/// What was done and what was not.
///
/// @param instances in the plan's order; empty when they could not be read afterwards
public record PlanResult(Plan plan, Ending ending, List<InstanceResult> instances) {
    public PlanResult {
        instances = List.copyOf(instances);
    }

    public boolean isDone() {
        return ending instanceof Ending.Done;
    }

    /// Instances that are not where or as they should be.
    public List<InstanceResult> open() {
        return instances.stream().filter(InstanceResult::isOpen).toList();
    }

    /// Instances that somebody must start by hand.
    public List<InstanceResult> leftStopped() {
        return instances.stream()
                .filter(one -> one.verdict() == InstanceResult.Verdict.LEFT_STOPPED)
                .toList();
    }

    /// Instances that were handled, as planned or in another way.
    public long handled() {
        return instances.stream()
                .filter(one -> one.verdict() != InstanceResult.Verdict.GONE)
                .filter(one -> !one.isOpen())
                .count();
    }
}
