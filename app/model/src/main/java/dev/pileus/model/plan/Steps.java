package dev.pileus.model.plan;

import dev.pileus.api.Json;
import dev.pileus.api.MemberStateChange;
import dev.pileus.model.plan.PlanStep.Risk;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the steps of all plans share.
final class Steps {
    private Steps() {}

    static PlanStep.Request request(String member, MemberStateChange change) {
        var name = URLEncoder.encode(member, StandardCharsets.UTF_8).replace("+", "%20");
        return new PlanStep.Request(
                "POST",
                "/1.0/cluster/members/" + name + "/state",
                Json.mapper().writeValueAsString(change));
    }

    static Risk risk(List<Meanwhile> meanwhile, List<Caution> cautions) {
        if (cautions.stream().anyMatch(Steps::endsEarly)) {
            return Risk.FAILS;
        }
        boolean stops =
                meanwhile.contains(Meanwhile.STOPPED_UNTIL_RESTORE)
                        || meanwhile.contains(Meanwhile.NOT_PREDICTABLE);
        if (stops) {
            return Risk.STOPS;
        }
        return meanwhile.contains(Meanwhile.RESTARTS) ? Risk.RESTARTS : Risk.HARMLESS;
    }

    private static boolean endsEarly(Caution caution) {
        return switch (caution) {
            case Caution.Refused _, Caution.HolderOffline _ -> true;
            case Caution.NoTarget noTarget -> noTarget.rule() == NoTargetRule.FAILS;
            default -> false;
        };
    }
}
