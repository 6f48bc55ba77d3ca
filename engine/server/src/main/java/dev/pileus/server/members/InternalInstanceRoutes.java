package dev.pileus.server.members;

import dev.pileus.domain.instances.InstanceLists;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;

/// `/internal/instances`: what members ask each other about instances.
public final class InternalInstanceRoutes implements Routes {
    private static final String INSTANCES = "/internal/instances";

    private final InstanceLists lists;

    public InternalInstanceRoutes(InstanceLists lists) {
        this.lists = lists;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(INSTANCES + "/states", Access.MEMBER, request -> states(true))
                .get(INSTANCES + "/statuses", Access.MEMBER, request -> states(false));
    }

    private Answer states(boolean detailed) {
        return Answer.of(new InstanceStates(lists.here(detailed)));
    }
}
