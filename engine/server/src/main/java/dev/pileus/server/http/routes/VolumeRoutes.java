package dev.pileus.server.http.routes;

import dev.pileus.api.ApiException;
import dev.pileus.api.ConfigPatch;
import dev.pileus.api.ConfigUpdate;
import dev.pileus.api.NewVolume;
import dev.pileus.api.StorageVolume;
import dev.pileus.api.VolumeMove;
import dev.pileus.api.VolumeState;
import dev.pileus.api.VolumeUpdate;
import dev.pileus.domain.volumes.StoredVolume;
import dev.pileus.domain.volumes.VolumeCreation;
import dev.pileus.domain.volumes.VolumeSnapshotsService;
import dev.pileus.domain.volumes.VolumesService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Forwarding;
import dev.pileus.server.http.Listing;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.util.List;
import java.util.function.UnaryOperator;

/// `/1.0/storage-pools/POOL/volumes`. What is in the database any member tells; what touches files
/// is done where they are.
public final class VolumeRoutes implements Routes {
    static final String VOLUMES = "/1.0/storage-pools/{pool}/volumes";
    static final String CUSTOM = VOLUMES + "/custom/{name}";
    private static final String OTHER = VOLUMES + "/{type}/{name}";

    private final VolumesService volumes;
    private final VolumeCreation creation;
    private final VolumeSnapshotsService snapshots;
    private final VolumeHomes homes;
    private final Forwarding forwarding;

    public VolumeRoutes(
            VolumesService volumes,
            VolumeCreation creation,
            VolumeSnapshotsService snapshots,
            VolumeHomes homes,
            Forwarding forwarding) {
        this.volumes = volumes;
        this.creation = creation;
        this.snapshots = snapshots;
        this.homes = homes;
        this.forwarding = forwarding;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(VOLUMES, Access.PROJECT, request -> list(request, all(request)))
                .post(VOLUMES, Access.PROJECT, forwarding.byTarget(this::create))
                .get(VOLUMES + "/{type}", Access.PROJECT, this::listType)
                .post(VOLUMES + "/{type}", Access.PROJECT, forwarding.byTarget(this::create))
                .get(CUSTOM, Access.PROJECT, homes.anywhere(this::show))
                .put(CUSTOM, Access.PROJECT, homes.atHome(this::replace))
                .patch(CUSTOM, Access.PROJECT, homes.anywhere(this::patch))
                .post(CUSTOM, Access.PROJECT, homes.atHome(this::move))
                .delete(CUSTOM, Access.PROJECT, homes.atHome(this::delete))
                .get(CUSTOM + "/state", Access.PROJECT, homes.anywhere(this::state))
                .get(OTHER, Access.PROJECT, this::showOther);
    }

    private List<StorageVolume> all(Request request) {
        var pool = request.parameter("pool");
        return request.allProjects() && request.caller().isUnrestricted()
                ? volumes.listAll(pool, request.target())
                : volumes.list(pool, request.project(), request.target());
    }

    private Answer listType(Request request) {
        return list(request, ofType(request));
    }

    private List<StorageVolume> ofType(Request request) {
        var type = request.parameter("type");
        return all(request).stream().filter(volume -> volume.type().equals(type)).toList();
    }

    private Answer list(Request request, List<StorageVolume> chosen) {
        var pool = request.parameter("pool");
        return Listing.of(request, chosen, volume -> volumes.url(pool, volume));
    }

    private Answer create(Request request) {
        demandOwn(request);
        var wanted = request.document(NewVolume.class);
        var pool = request.parameter("pool");
        return switch (wanted.source().type()) {
            case "" -> {
                var ignored = creation.create(pool, request.project(), wanted);
                // not 201: CONTRACT 1
                yield Answer.done();
            }
            case "copy" -> Answer.accepted(creation.copy(pool, request.project(), wanted));
            default -> throw VolumeCreation.unknownSource(wanted.source().type());
        };
    }

    private Answer show(Request request, StoredVolume volume) {
        var shown = volumes.show(volume);
        return Answer.editable(shown, shown.writable());
    }

    /// The volume of an instance, which is changed through the instance only.
    private Answer showOther(Request request) {
        var name = request.parameter("name");
        return ofType(request).stream()
                .filter(volume -> volume.name().equals(name))
                .findFirst()
                .map(volume -> Answer.editable(volume, volume.writable()))
                .orElseThrow(() -> new ApiException(404, "Storage volume not found"));
    }

    private Answer replace(Request request, StoredVolume volume) {
        var wanted = request.document(VolumeUpdate.class);
        if (wanted.restore().isEmpty()) {
            return update(request, volume, present -> wanted.content());
        }
        demandOwn(request);
        snapshots.restore(volume, wanted.restore());
        return Answer.done();
    }

    private Answer patch(Request request, StoredVolume volume) {
        return update(request, volume, request.document(ConfigPatch.class)::over);
    }

    private Answer update(
            Request request, StoredVolume volume, UnaryOperator<ConfigUpdate> change) {
        demandOwn(request);
        volumes.update(
                volume,
                present -> {
                    request.requireVersion(present);
                    return change.apply(present);
                });
        return Answer.done();
    }

    private Answer move(Request request, StoredVolume volume) {
        demandOwn(request);
        var wanted = request.document(VolumeMove.class);
        if (wanted.migration()) {
            throw new ApiException(
                    400,
                    "Volumes move to other members by being copied: POST /1.0/storage-pools/POOL/volumes/custom?target=MEMBER");
        }
        if (wanted.pool().isEmpty() && wanted.project().isEmpty()) {
            var renamed = volumes.rename(volume, wanted.name());
            return Answer.created(volumes.url(renamed));
        }
        return Answer.accepted(creation.move(volume, wanted));
    }

    private Answer delete(Request request, StoredVolume volume) {
        demandOwn(request);
        volumes.delete(volume);
        return Answer.done();
    }

    /// Folders have no limit of their own, and counting them would take as long as reading them.
    private Answer state(Request request, StoredVolume volume) {
        return Answer.of(new VolumeState(null));
    }

    /// A project without volumes of its own shows the default project's, and cannot change them.
    private void demandOwn(Request request) {
        VolumeSnapshotRoutes.demandOwn(request, volumes);
    }
}
