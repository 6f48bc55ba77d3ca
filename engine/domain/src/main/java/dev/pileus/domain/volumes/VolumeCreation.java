package dev.pileus.domain.volumes;

import dev.pileus.api.ApiException;
import dev.pileus.api.NewVolume;
import dev.pileus.api.Operation;
import dev.pileus.api.VolumeMove;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.instances.VolumeFolders;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.domain.operations.Task;
import dev.pileus.domain.options.Options;
import dev.pileus.domain.projects.Projects;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Makes volumes on this member: empty ones, copies of others wherever they are, and moves them to
/// other pools. The database has a volume first, so that nobody else takes its name; if its files
/// cannot be made, it is gone again. Refusals are [ApiException]s. Safe for use by many threads.
public final class VolumeCreation {
    private final Database database;
    private final ThisMember here;
    private final VolumePlaces places;
    private final VolumeFolders folders;
    private final VolumeMembers members;
    private final OperationsService operations;
    private final EventHub events;
    private final InstantSource time;

    public VolumeCreation(
            Database database,
            ThisMember here,
            VolumePlaces places,
            VolumeFolders folders,
            VolumeMembers members,
            OperationsService operations,
            EventHub events,
            InstantSource time) {
        this.database = database;
        this.here = here;
        this.places = places;
        this.folders = folders;
        this.members = members;
        this.operations = operations;
        this.events = events;
        this.time = time;
    }

    /// An empty volume.
    public StoredVolume create(String pool, String project, NewVolume wanted) {
        VolumeRules.check(wanted);
        var volume =
                database.decide(reader -> insertion(reader, draft(reader, pool, project, wanted)));
        fill(volume, () -> folders.make(places.of(volume)));
        return volume;
    }

    /// A copy of another volume, or of one of its snapshots.
    public Operation copy(String pool, String project, NewVolume wanted) {
        VolumeRules.check(wanted);
        var source = source(project, wanted.source());
        var snapshot = snapshot(wanted.source());
        var volume =
                database.decide(reader -> {
                    var draft = draft(reader, pool, project, wanted);
                    var whole = snapshot.isEmpty() && !wanted.source().volumeOnly();
                    return insertion(reader, whole ? draft.with(source.snapshots()) : draft);
                });
        return operations.start(
                Task.of(
                                "Copying storage volume",
                                progress -> fill(volume, () -> copyFiles(source, snapshot, volume)))
                        .in(volume.project())
                        .about("storage_volumes", volume.url(here.isClustered())));
    }

    private void copyFiles(StoredVolume source, String snapshot, StoredVolume volume)
            throws InterruptedException {
        for (var brought : volume.snapshots()) {
            copyFolder(source, brought.name(), places.snapshot(volume, brought.name()));
        }
        copyFolder(source, snapshot, places.of(volume));
    }

    private void copyFolder(StoredVolume source, String snapshot, Path to)
            throws InterruptedException {
        if (source.member() == here.id()) {
            folders.delete(to);
            folders.copy(
                    snapshot.isEmpty() ? places.of(source) : places.snapshot(source, snapshot), to);
            return;
        }
        var member =
                members.online(source.location())
                        .orElseThrow(() ->
                                new ApiException(
                                        500,
                                        "Cluster member \"%s\" is not online"
                                                .formatted(source.location())));
        folders.make(to);
        members.take(member, source, snapshot, to);
    }

    /// Moves a volume of this member to another pool or project.
    public Operation move(StoredVolume which, VolumeMove wanted) {
        VolumeRules.checkName(wanted.name());
        var moved = database.readLatest(reader -> moved(reader, which, wanted));
        return operations.start(
                Task.of("Moving storage volume", progress -> move(which, moved))
                        .in(which.project())
                        .about("storage_volumes", which.url(here.isClustered())));
    }

    private StoredVolume moved(Reader reader, StoredVolume which, VolumeMove wanted) {
        var volume = VolumesService.unused(reader, which);
        var project =
                wanted.project().isEmpty()
                        ? volume.project()
                        : Volumes.owner(reader, wanted.project());
        var pool = wanted.pool().isEmpty() ? volume.pool() : wanted.pool();
        Volumes.demandPool(reader, pool);
        var moved = volume.at(pool, project, wanted.name());
        VolumesService.demandFree(reader, moved);
        return moved;
    }

    private void move(StoredVolume which, StoredVolume moved) throws InterruptedException {
        try {
            copyFiles(which, "", moved);
            database.decide(reader -> {
                var volume = VolumesService.unused(reader, which);
                VolumesService.demandFree(reader, moved);
                return new Decision<>(VolumesRepository.move(volume, moved), moved);
            });
        } catch (RuntimeException | InterruptedException e) {
            deleteFiles(moved);
            throw e;
        }
        deleteFiles(which);
        events.tell(
                Happening.of("storage-volume-renamed", moved.url(here.isClustered()))
                        .in(moved.project())
                        .with("old_name", which.name()));
    }

    /// Work on the files of a volume that the database has already.
    @FunctionalInterface
    private interface Filling {
        void run() throws InterruptedException;
    }

    private void fill(StoredVolume volume, Filling filling) {
        try {
            filling.run();
        } catch (RuntimeException e) {
            undo(volume);
            throw e;
        } catch (InterruptedException e) {
            undo(volume);
            Thread.currentThread().interrupt();
            throw new ApiException(500, "Interrupted");
        }
        events.tell(
                Happening.of("storage-volume-created", volume.url(here.isClustered()))
                        .in(volume.project()));
    }

    private void undo(StoredVolume volume) {
        database.decide(reader ->
                new Decision<>(
                        VolumesRepository.delete(VolumesService.again(reader, volume)), volume));
        deleteFiles(volume);
    }

    private void deleteFiles(StoredVolume volume) {
        folders.delete(places.snapshots(volume));
        folders.delete(places.of(volume));
    }

    private Decision<StoredVolume> insertion(Reader reader, StoredVolume draft) {
        VolumesService.demandFree(reader, draft);
        return new Decision<>(VolumesRepository.insert(draft), draft);
    }

    private StoredVolume draft(Reader reader, String pool, String project, NewVolume wanted) {
        Volumes.demandPool(reader, pool);
        var ignored = Projects.known(reader, project);
        return new StoredVolume(
                0,
                pool,
                Volumes.owner(reader, project),
                wanted.name(),
                here.id(),
                here.name(),
                wanted.description(),
                Options.present(wanted.config()),
                time.instant(),
                List.of(),
                0);
    }

    private StoredVolume source(String project, NewVolume.Source wanted) {
        var inProject = wanted.project().isEmpty() ? project : wanted.project();
        var name = wanted.name().split("/", 2)[0];
        var source =
                database.readLatest(reader -> {
                    var owner = Volumes.owner(reader, inProject);
                    // a server on its own calls itself many names
                    var target = here.isClustered() ? wanted.location() : "";
                    var near =
                            target.isEmpty()
                                    ? Volumes.on(reader, here.id(), wanted.pool(), owner, name)
                                    : Optional.<StoredVolume>empty();
                    return near.orElseGet(
                            () -> Volumes.known(reader, wanted.pool(), owner, name, target));
                });
        var snapshot = snapshot(wanted);
        if (!snapshot.isEmpty()
                && source.snapshots().stream().noneMatch(one -> one.name().equals(snapshot))) {
            throw new ApiException(404, "Storage volume snapshot not found");
        }
        return source;
    }

    private static String snapshot(NewVolume.Source wanted) {
        var slash = wanted.name().indexOf('/');
        return slash < 0 ? "" : wanted.name().substring(slash + 1);
    }

    /// What `POST` with a source of another kind gets.
    public static ApiException unknownSource(String type) {
        return new ApiException(400, "Unknown source type \"%s\"".formatted(type));
    }
}
