package dev.pileus.model.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.pileus.client.ServerApi;
import dev.pileus.model.actions.InstanceResult.Verdict;
import dev.pileus.model.plan.EvacuationMode;
import dev.pileus.model.plan.EvacuationPlan;
import dev.pileus.model.plan.RestoreMode;
import dev.pileus.model.plan.RestorePlan;
import dev.pileus.model.store.Peers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;

/// What tests of plans on real clusters ask and say.
final class PlanRuns {
    private PlanRuns() {}

    static EvacuationPlan evacuation(ServerApi server, String member) {
        Peers.awaitQuiet(server);
        return EvacuationPlan.of(Witness.image(server), member, EvacuationMode.AUTOMATIC);
    }

    static RestorePlan restore(ServerApi server, String member) {
        return RestorePlan.of(Witness.image(server), member, RestoreMode.EVERYTHING);
    }

    static List<Tuple> destinations(EvacuationPlan plan) {
        return plan.instances().stream()
                .map(one -> tuple(one.instance(), one.destination(), one.meanwhile()))
                .toList();
    }

    static Map<String, String> locations(PlanResult result) {
        return result.instances().stream()
                .collect(Collectors.toMap(one -> one.instance().name(), InstanceResult::location));
    }

    static void wentAsPlanned(PlanResult result) {
        assertThat(result.ending()).isEqualTo(new Ending.Done());
        assertThat(result.instances())
                .isNotEmpty()
                .extracting(InstanceResult::verdict)
                .containsOnly(Verdict.AS_PLANNED);
    }
}
