package dev.pileus.server.http.routes;

import dev.pileus.domain.resources.ResourcesService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Forwarding;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;

/// What members' hosts are made of, and how busy they are.
public final class ResourceRoutes implements Routes {
    private final ResourcesService resources;
    private final Forwarding forwarding;

    public ResourceRoutes(ResourcesService resources, Forwarding forwarding) {
        this.resources = resources;
        this.forwarding = forwarding;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(
                        "/1.0/resources",
                        Access.TRUSTED,
                        forwarding.byTarget(request -> Answer.of(resources.resources())))
                .get(
                        "/1.0/cluster/members/{name}/state",
                        Access.TRUSTED,
                        forwarding.byName(request -> Answer.of(resources.state())));
    }
}
