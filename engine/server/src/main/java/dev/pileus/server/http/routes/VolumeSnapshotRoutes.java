package dev.pileus.server.http.routes;

import dev.pileus.api.ApiException;
import dev.pileus.api.NewVolumeSnapshot;
import dev.pileus.api.VolumeSnapshotUpdate;
import dev.pileus.domain.volumes.StoredVolume;
import dev.pileus.domain.volumes.VolumeSnapshotsService;
import dev.pileus.domain.volumes.VolumesService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Listing;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.util.function.UnaryOperator;

/// `/1.0/storage-pools/POOL/volumes/custom/NAME/snapshots`.
public final class VolumeSnapshotRoutes implements Routes {
    private static final String SNAPSHOTS = VolumeRoutes.CUSTOM + "/snapshots";
    private static final String SNAPSHOT = SNAPSHOTS + "/{snapshot}";

    private final VolumesService volumes;
    private final VolumeSnapshotsService snapshots;
    private final VolumeHomes homes;

    public VolumeSnapshotRoutes(
            VolumesService volumes, VolumeSnapshotsService snapshots, VolumeHomes homes) {
        this.volumes = volumes;
        this.snapshots = snapshots;
        this.homes = homes;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(SNAPSHOTS, Access.PROJECT, homes.anywhere(this::list))
                .post(SNAPSHOTS, Access.PROJECT, homes.atHome(this::create))
                .get(SNAPSHOT, Access.PROJECT, homes.anywhere(this::show))
                .put(SNAPSHOT, Access.PROJECT, homes.anywhere(this::replace))
                .patch(SNAPSHOT, Access.PROJECT, homes.anywhere(this::patch))
                .post(SNAPSHOT, Access.PROJECT, homes.atHome(this::rename))
                .delete(SNAPSHOT, Access.PROJECT, homes.atHome(this::delete));
    }

    private Answer list(Request request, StoredVolume volume) {
        return Listing.of(
                request,
                VolumeSnapshotsService.list(volume),
                snapshot -> volumes.url(volume, snapshot));
    }

    private Answer create(Request request, StoredVolume volume) {
        demandOwn(request, volumes);
        return Answer.accepted(snapshots.create(volume, request.document(NewVolumeSnapshot.class)));
    }

    private Answer show(Request request, StoredVolume volume) {
        var snapshot = VolumeSnapshotsService.known(volume, request.parameter("snapshot")).shown();
        return Answer.editable(snapshot, snapshot.writable());
    }

    private Answer replace(Request request, StoredVolume volume) {
        var wanted = request.document(VolumeSnapshotUpdate.class);
        return update(request, volume, present -> wanted);
    }

    private Answer patch(Request request, StoredVolume volume) {
        return update(
                request, volume, present -> request.patched(present, VolumeSnapshotUpdate.class));
    }

    private Answer update(
            Request request, StoredVolume volume, UnaryOperator<VolumeSnapshotUpdate> change) {
        demandOwn(request, volumes);
        snapshots.update(
                volume,
                request.parameter("snapshot"),
                present -> {
                    request.requireVersion(present);
                    return change.apply(present);
                });
        return Answer.done();
    }

    private Answer rename(Request request, StoredVolume volume) {
        demandOwn(request, volumes);
        return Answer.accepted(
                snapshots.rename(
                        volume,
                        request.parameter("snapshot"),
                        request.document(NewName.class).text()));
    }

    private Answer delete(Request request, StoredVolume volume) {
        demandOwn(request, volumes);
        return Answer.accepted(snapshots.delete(volume, request.parameter("snapshot")));
    }

    /// A project without volumes of its own shows the default project's, and cannot change them.
    static void demandOwn(Request request, VolumesService volumes) {
        if (!request.caller().mayUse(volumes.owner(request.project()))) {
            throw new ApiException(403, "not authorized");
        }
    }
}
