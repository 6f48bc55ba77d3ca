package dev.pileus.model.plan;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the steps of both plans share.
final class Steps {
    private Steps() {}

    static PlanStep.Request request(String member, String body) {
        var name = URLEncoder.encode(member, StandardCharsets.UTF_8).replace("+", "%20");
        return new PlanStep.Request("POST", "/1.0/cluster/members/" + name + "/state", body);
    }

    static PlanStep.Risk risk(List<Meanwhile> meanwhile) {
        if (meanwhile.contains(Meanwhile.STOPPED_BY_FAILURE)) {
            return PlanStep.Risk.FAILS;
        }
        if (meanwhile.contains(Meanwhile.STOPPED_UNTIL_RESTORE)
                || meanwhile.contains(Meanwhile.NOT_PREDICTABLE)) {
            return PlanStep.Risk.STOPS;
        }
        return meanwhile.contains(Meanwhile.RESTARTS)
                ? PlanStep.Risk.RESTARTS
                : PlanStep.Risk.HARMLESS;
    }
}
