package dev.pileus.domain.volumes;

import dev.pileus.api.ApiException;
import dev.pileus.api.ConfigUpdate;
import dev.pileus.api.StorageVolume;
import dev.pileus.api.VolumeSnapshot;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.Urls;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.instances.VolumeFolders;
import dev.pileus.domain.options.Options;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Custom volumes (CONTRACT 13.4). The same name may be there once on every member; what changes
/// files is asked of the member that has them. Each call names the project somebody works in; which
/// project owns its volumes is found here. Refusals are [ApiException]s. Safe for use by many
/// threads.
public final class VolumesService {
    private final Database database;
    private final ThisMember here;
    private final VolumePlaces places;
    private final VolumeFolders folders;
    private final EventHub events;

    public VolumesService(
            Database database,
            ThisMember here,
            VolumePlaces places,
            VolumeFolders folders,
            EventHub events) {
        this.database = database;
        this.here = here;
        this.places = places;
        this.folders = folders;
        this.events = events;
    }

    /// Those of a pool that are seen in a project, and those of its instances, by name and member.
    ///
    /// @param target a member's name, empty: of all members
    public List<StorageVolume> list(String pool, String project, String target) {
        return database.read(reader -> {
            Volumes.demandPool(reader, pool);
            var owner = Volumes.owner(reader, project);
            return VolumeLists.of(
                    reader,
                    pool,
                    target,
                    volume -> volume.project().equals(owner),
                    instance -> instance.project().equals(project));
        });
    }

    /// Those of a pool in all projects.
    public List<StorageVolume> listAll(String pool, String target) {
        return database.read(reader -> {
            Volumes.demandPool(reader, pool);
            return VolumeLists.of(reader, pool, target, volume -> true, instance -> true);
        });
    }

    /// The project whose volumes are meant when somebody works in a project.
    public String owner(String project) {
        return database.read(reader -> Volumes.owner(reader, project));
    }

    /// One volume, with its snapshots.
    ///
    /// @param target a member's name, empty when nobody says where
    /// @throws ApiException 404, 400 when it is not clear which one
    public StoredVolume find(String pool, String project, String name, String target) {
        return database.read(reader -> known(reader, pool, project, name, target));
    }

    public boolean isHere(StoredVolume volume) {
        return volume.member() == here.id();
    }

    public String url(StoredVolume volume) {
        return volume.url(here.isClustered());
    }

    /// How clients address a volume of a list.
    public String url(String pool, StorageVolume volume) {
        var url =
                Urls.in(
                        volume.project(),
                        "storage-pools",
                        pool,
                        "volumes",
                        volume.type(),
                        volume.name());
        return here.isClustered() ? StoredVolume.targeted(url, volume.location()) : url;
    }

    /// How clients address a snapshot of a list.
    public String url(StoredVolume volume, VolumeSnapshot snapshot) {
        var url =
                Urls.in(
                        volume.project(),
                        "storage-pools",
                        volume.pool(),
                        "volumes",
                        StorageVolume.CUSTOM,
                        volume.name(),
                        "snapshots",
                        snapshot.name().substring(volume.name().length() + 1));
        return here.isClustered() ? StoredVolume.targeted(url, volume.location()) : url;
    }

    public StorageVolume show(StoredVolume volume) {
        return database.read(reader -> volume.shown(VolumeUses.urls(reader, volume)));
    }

    /// Changes description and keys.
    ///
    /// @param edit may throw to refuse, and is repeated when somebody else was faster
    public void update(StoredVolume which, UnaryOperator<ConfigUpdate> edit) {
        var changed =
                database.decide(reader -> {
                    var volume = again(reader, which);
                    var wanted =
                            edit.apply(
                                    new ConfigUpdate(
                                            volume.description(), new TreeMap<>(volume.config())));
                    var config = Options.present(wanted.config());
                    VolumeRules.check(volume.name(), config);
                    return new Decision<>(
                            VolumesRepository.update(volume, wanted.description(), config), volume);
                });
        tell("storage-volume-updated", changed);
    }

    /// Gives a volume of this member another name.
    public StoredVolume rename(StoredVolume which, String newName) {
        VolumeRules.checkName(newName);
        var renamed =
                database.decide(reader -> {
                    var volume = unused(reader, which);
                    var wanted = volume.at(volume.pool(), volume.project(), newName);
                    demandFree(reader, wanted);
                    return new Decision<>(VolumesRepository.move(volume, wanted), wanted);
                });
        folders.move(places.of(which), places.of(renamed));
        if (folders.exists(places.snapshots(which))) {
            folders.move(places.snapshots(which), places.snapshots(renamed));
        }
        events.tell(happening("storage-volume-renamed", renamed).with("old_name", which.name()));
        return renamed;
    }

    /// Deletes a volume of this member, with its snapshots.
    public void delete(StoredVolume which) {
        var gone =
                database.decide(reader -> {
                    var volume = unused(reader, which);
                    return new Decision<>(VolumesRepository.delete(volume), volume);
                });
        folders.delete(places.snapshots(gone));
        folders.delete(places.of(gone));
        tell("storage-volume-deleted", gone);
    }

    static void demandFree(Reader reader, StoredVolume wanted) {
        if (Volumes.on(reader, wanted.member(), wanted.pool(), wanted.project(), wanted.name())
                .isPresent()) {
            throw new ApiException(409, "Volume by that name already exists");
        }
    }

    /// As it is now.
    static StoredVolume again(Reader reader, StoredVolume which) {
        return Volumes.on(reader, which.member(), which.pool(), which.project(), which.name())
                .orElseThrow(Volumes::unknown);
    }

    static StoredVolume unused(Reader reader, StoredVolume which) {
        var volume = again(reader, which);
        if (!VolumeUses.urls(reader, volume).isEmpty()) {
            throw new ApiException(400, "The storage volume is still in use");
        }
        return volume;
    }

    private static StoredVolume known(
            Reader reader, String pool, String project, String name, String target) {
        return Volumes.known(reader, pool, Volumes.owner(reader, project), name, target);
    }

    private void tell(String action, StoredVolume volume) {
        events.tell(happening(action, volume));
    }

    private Happening happening(String action, StoredVolume volume) {
        return Happening.of(action, url(volume)).in(volume.project());
    }
}
