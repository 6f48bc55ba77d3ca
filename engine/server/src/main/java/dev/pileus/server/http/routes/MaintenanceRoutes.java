package dev.pileus.server.http.routes;

import dev.pileus.api.MemberStateChange;
import dev.pileus.domain.evacuation.Evacuations;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Forwarding;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;

/// `POST /1.0/cluster/members/NAME/state`: evacuates and restores; done by the member itself.
public final class MaintenanceRoutes implements Routes {
    private final Evacuations evacuations;
    private final Forwarding forwarding;

    public MaintenanceRoutes(Evacuations evacuations, Forwarding forwarding) {
        this.evacuations = evacuations;
        this.forwarding = forwarding;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.post(
                "/1.0/cluster/members/{name}/state",
                Access.TRUSTED,
                forwarding.byName(this::change));
    }

    private Answer change(Request request) {
        return Answer.accepted(evacuations.begin(request.document(MemberStateChange.class)));
    }
}
