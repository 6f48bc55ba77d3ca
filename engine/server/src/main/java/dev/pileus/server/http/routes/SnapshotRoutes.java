package dev.pileus.server.http.routes;

import dev.pileus.api.InstanceSnapshot;
import dev.pileus.api.NewSnapshot;
import dev.pileus.api.SnapshotUpdate;
import dev.pileus.domain.Urls;
import dev.pileus.domain.instances.SnapshotsService;
import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Listing;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;

/// `/1.0/instances/NAME/snapshots`.
public final class SnapshotRoutes implements Routes {
    private static final String SNAPSHOTS = InstanceRoutes.INSTANCE + "/snapshots";
    private static final String SNAPSHOT = SNAPSHOTS + "/{snapshot}";

    private final SnapshotsService snapshots;
    private final InstanceHomes homes;

    public SnapshotRoutes(SnapshotsService snapshots, InstanceHomes homes) {
        this.snapshots = snapshots;
        this.homes = homes;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(SNAPSHOTS, Access.PROJECT, homes.atHome(this::list))
                .post(SNAPSHOTS, Access.PROJECT, homes.atHome(this::take))
                .get(SNAPSHOT, Access.PROJECT, homes.atHome(this::show))
                .put(SNAPSHOT, Access.PROJECT, homes.atHome(this::expire))
                .patch(SNAPSHOT, Access.PROJECT, homes.atHome(this::expire))
                .post(SNAPSHOT, Access.PROJECT, homes.atHome(this::rename))
                .delete(SNAPSHOT, Access.PROJECT, homes.atHome(this::delete));
    }

    private Answer list(Request request, StoredInstance instance) {
        return Listing.of(
                request,
                snapshots.list(instance),
                snapshot ->
                        Urls.in(
                                instance.project(),
                                "instances",
                                instance.name(),
                                "snapshots",
                                snapshot.name()));
    }

    private Answer take(Request request, StoredInstance instance) {
        return Answer.accepted(snapshots.taking(instance, request.document(NewSnapshot.class)));
    }

    private Answer show(Request request, StoredInstance instance) {
        var snapshot = snapshots.get(instance, request.parameter("snapshot"));
        return Answer.editable(snapshot, writable(snapshot));
    }

    private Answer expire(Request request, StoredInstance instance) {
        var wanted = request.document(SnapshotUpdate.class);
        snapshots.expire(
                instance,
                request.parameter("snapshot"),
                present -> {
                    request.requireVersion(new SnapshotUpdate(present));
                    return wanted.expiresAt();
                });
        return Answer.done();
    }

    private Answer rename(Request request, StoredInstance instance) {
        return Answer.accepted(
                snapshots.renaming(
                        instance,
                        request.parameter("snapshot"),
                        request.document(NewName.class).text()));
    }

    private Answer delete(Request request, StoredInstance instance) {
        return Answer.accepted(snapshots.deleting(instance, request.parameter("snapshot")));
    }

    private static SnapshotUpdate writable(InstanceSnapshot snapshot) {
        return new SnapshotUpdate(snapshot.expiresAt());
    }
}
