package dev.pileus.desktop.plan;

import dev.pileus.desktop.i18n.Messages;
import dev.pileus.model.actions.InstanceResult;
import dev.pileus.model.actions.PlanProgress;
import dev.pileus.model.actions.PlanResult;
import dev.pileus.model.store.InstanceKey;
import java.util.HashMap;
import java.util.Map;

/// How it goes with each instance while a plan runs, and how it went.
final class StateTexts {
    private final Messages messages;

    StateTexts(Messages messages) {
        this.messages = messages;
    }

    Map<InstanceKey, PlanTable.State> during(PlanProgress progress) {
        var states = new HashMap<InstanceKey, PlanTable.State>();
        progress.stages()
                .forEach((instance, stage) ->
                        states.put(
                                instance,
                                new PlanTable.State(
                                        messages.text("plan.stage." + InstanceTexts.word(stage)),
                                        Severity.OK)));
        return states;
    }

    Map<InstanceKey, PlanTable.State> after(PlanResult result) {
        var states = new HashMap<InstanceKey, PlanTable.State>();
        result.instances().forEach(one -> states.put(one.instance(), state(one)));
        return states;
    }

    private PlanTable.State state(InstanceResult result) {
        var text =
                messages.text(
                        "plan.ended." + InstanceTexts.word(result.verdict()), result.location());
        return new PlanTable.State(
                text,
                switch (result.verdict()) {
                    case AS_PLANNED -> Severity.OK;
                    case ELSEWHERE, NOT_MOVED -> Severity.CAUTION;
                    case LEFT_STOPPED, GONE -> Severity.DANGER;
                });
    }
}
