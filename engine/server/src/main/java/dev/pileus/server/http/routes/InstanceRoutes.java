package dev.pileus.server.http.routes;

import dev.pileus.api.Instance;
import dev.pileus.domain.Urls;
import dev.pileus.domain.instances.Depth;
import dev.pileus.domain.instances.InstanceLists;
import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Listing;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;

/// `/1.0/instances`: what there is.
public final class InstanceRoutes implements Routes {
    private static final String INSTANCES = "/1.0/instances";
    private static final String INSTANCE = INSTANCES + "/{name}";

    private final InstanceLists lists;
    private final InstanceHomes homes;

    public InstanceRoutes(InstanceLists lists, InstanceHomes homes) {
        this.lists = lists;
        this.homes = homes;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(INSTANCES, Access.PROJECT, this::list)
                .get(INSTANCE, Access.PROJECT, homes.atHome(this::show))
                .get(INSTANCE + "/state", Access.PROJECT, homes.atHome(this::state));
    }

    private Answer list(Request request) {
        var project =
                request.allProjects() && request.caller().isUnrestricted() ? "" : request.project();
        return Listing.flowing(request, lists.list(project, depth(request)), InstanceRoutes::url);
    }

    /// A filter may ask for the status, also where only names are wanted.
    private static Depth depth(Request request) {
        return switch (request.recursion()) {
            case 0 -> Listing.isFiltered(request) ? Depth.OBJECTS : Depth.NAMES;
            case 1 -> Depth.OBJECTS;
            default -> Depth.EVERYTHING;
        };
    }

    private Answer show(Request request, StoredInstance instance) {
        var shown = lists.show(instance, request.wantsObjects() ? Depth.EVERYTHING : Depth.OBJECTS);
        return Answer.editable(shown, shown.writable());
    }

    private Answer state(Request request, StoredInstance instance) {
        return Answer.of(lists.state(instance));
    }

    private static String url(Instance instance) {
        return Urls.in(instance.project(), "instances", instance.name());
    }
}
