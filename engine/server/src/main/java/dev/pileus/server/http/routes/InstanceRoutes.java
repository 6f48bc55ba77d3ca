package dev.pileus.server.http.routes;

import dev.pileus.api.Instance;
import dev.pileus.api.InstanceMove;
import dev.pileus.api.InstancePatch;
import dev.pileus.api.InstanceStateChange;
import dev.pileus.api.InstanceUpdate;
import dev.pileus.domain.Urls;
import dev.pileus.domain.instances.Depth;
import dev.pileus.domain.instances.InstanceLists;
import dev.pileus.domain.instances.InstancesService;
import dev.pileus.domain.instances.PowerService;
import dev.pileus.domain.instances.SnapshotsService;
import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.domain.moves.MoveService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Listing;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.util.function.UnaryOperator;

/// `/1.0/instances`: what there is, and what happens to it where it lives.
public final class InstanceRoutes implements Routes {
    static final String INSTANCES = "/1.0/instances";
    static final String INSTANCE = INSTANCES + "/{name}";

    private final InstanceLists lists;
    private final InstancesService instances;
    private final MoveService moves;
    private final PowerService power;
    private final SnapshotsService snapshots;
    private final InstanceHomes homes;

    public InstanceRoutes(
            InstanceLists lists,
            InstancesService instances,
            MoveService moves,
            PowerService power,
            SnapshotsService snapshots,
            InstanceHomes homes) {
        this.lists = lists;
        this.instances = instances;
        this.moves = moves;
        this.power = power;
        this.snapshots = snapshots;
        this.homes = homes;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(INSTANCES, Access.PROJECT, this::list)
                .get(INSTANCE, Access.PROJECT, homes.atHome(this::show))
                .put(INSTANCE, Access.PROJECT, homes.atHome(this::replace))
                .patch(INSTANCE, Access.PROJECT, homes.atHome(this::patch))
                .post(INSTANCE, Access.PROJECT, homes.atHome(this::rename))
                .delete(INSTANCE, Access.PROJECT, homes.atHome(this::delete))
                .get(INSTANCE + "/state", Access.PROJECT, homes.atHome(this::state))
                .put(INSTANCE + "/state", Access.PROJECT, homes.atHome(this::changeState));
    }

    private Answer list(Request request) {
        var project =
                request.allProjects() && request.caller().isUnrestricted() ? "" : request.project();
        // a filter may ask for the status, also where only URLs are wanted
        if (!request.wantsObjects() && !Listing.isFiltered(request)) {
            return Answer.of(lists.urls(project));
        }
        return Listing.flowing(request, lists.list(project, depth(request)), InstanceRoutes::url);
    }

    private static Depth depth(Request request) {
        return request.recursion() > 1 ? Depth.EVERYTHING : Depth.OBJECTS;
    }

    private Answer show(Request request, StoredInstance instance) {
        var shown = lists.show(instance, request.wantsObjects() ? Depth.EVERYTHING : Depth.OBJECTS);
        return Answer.editable(shown, shown.writable());
    }

    private Answer replace(Request request, StoredInstance instance) {
        var wanted = request.document(InstanceUpdate.class);
        if (!wanted.restore().isEmpty()) {
            // stock clients name the instance, too
            var snapshot = wanted.restore().substring(wanted.restore().indexOf('/') + 1);
            return Answer.accepted(snapshots.restoring(instance, snapshot));
        }
        return Answer.accepted(instances.updating(instance, checked(request, present -> wanted)));
    }

    private Answer patch(Request request, StoredInstance instance) {
        instances.update(instance, checked(request, request.document(InstancePatch.class)::over));
        return Answer.done();
    }

    private static UnaryOperator<InstanceUpdate> checked(
            Request request, UnaryOperator<InstanceUpdate> edit) {
        return present -> {
            request.requireVersion(present);
            return edit.apply(present);
        };
    }

    private Answer rename(Request request, StoredInstance instance) {
        var wanted = request.document(InstanceMove.class);
        if (wanted.migration() || !request.target().isEmpty()) {
            return Answer.accepted(moves.moving(instance, wanted, request.target()));
        }
        return Answer.accepted(instances.renaming(instance, wanted.name()));
    }

    private Answer delete(Request request, StoredInstance instance) {
        return Answer.accepted(instances.deleting(instance));
    }

    private Answer state(Request request, StoredInstance instance) {
        return Answer.of(lists.state(instance));
    }

    private Answer changeState(Request request, StoredInstance instance) {
        return Answer.accepted(power.change(instance, request.document(InstanceStateChange.class)));
    }

    private static String url(Instance instance) {
        return Urls.in(instance.project(), "instances", instance.name());
    }
}
