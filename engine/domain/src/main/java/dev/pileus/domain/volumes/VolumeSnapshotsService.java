package dev.pileus.domain.volumes;

import dev.pileus.api.ApiException;
import dev.pileus.api.NewVolumeSnapshot;
import dev.pileus.api.Operation;
import dev.pileus.api.VolumeSnapshot;
import dev.pileus.api.VolumeSnapshotUpdate;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.instances.VolumeFolders;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.domain.operations.Task;
import dev.pileus.domain.operations.Work;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Snapshots of the custom volumes of this member. Refusals are [ApiException]s. Safe for use by
/// many threads.
public final class VolumeSnapshotsService {
    private final Database database;
    private final ThisMember here;
    private final VolumePlaces places;
    private final VolumeFolders folders;
    private final OperationsService operations;
    private final EventHub events;
    private final InstantSource time;

    public VolumeSnapshotsService(
            Database database,
            ThisMember here,
            VolumePlaces places,
            VolumeFolders folders,
            OperationsService operations,
            EventHub events,
            InstantSource time) {
        this.database = database;
        this.here = here;
        this.places = places;
        this.folders = folders;
        this.operations = operations;
        this.events = events;
        this.time = time;
    }

    /// One snapshot of a volume.
    ///
    /// @throws ApiException 404
    public static StoredSnapshot known(StoredVolume volume, String name) {
        return volume.snapshots().stream()
                .filter(snapshot -> snapshot.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ApiException(404, "Storage volume snapshot not found"));
    }

    /// Keeps a volume as it is now.
    public Operation create(StoredVolume which, NewVolumeSnapshot wanted) {
        var name = wanted.name().isEmpty() ? madeUp(which) : wanted.name();
        VolumeRules.checkName(name);
        var snapshot =
                database.decide(reader -> {
                    var volume = VolumesService.again(reader, which);
                    demandFree(volume, name);
                    var draft =
                            new StoredSnapshot(
                                    0,
                                    name,
                                    wanted.description(),
                                    volume.config(),
                                    time.instant(),
                                    wanted.expiresAt(),
                                    0);
                    return new Decision<>(VolumesRepository.insert(volume, draft), draft);
                });
        return begin("Creating storage volume snapshot", which, progress -> make(which, snapshot));
    }

    private void make(StoredVolume volume, StoredSnapshot snapshot) throws InterruptedException {
        var place = places.snapshot(volume, snapshot.name());
        try {
            folders.delete(place);
            folders.copy(places.of(volume), place);
        } catch (RuntimeException | InterruptedException e) {
            forget(volume, snapshot.name());
            throw e;
        }
        tell("storage-volume-snapshot-created", volume, snapshot.name());
    }

    private void forget(StoredVolume volume, String name) {
        database.decide(reader ->
                new Decision<>(
                        VolumesRepository.delete(known(VolumesService.again(reader, volume), name)),
                        name));
    }

    /// Changes description and expiry.
    ///
    /// @param edit may throw to refuse, and is repeated when somebody else was faster
    public void update(StoredVolume which, String name, UnaryOperator<VolumeSnapshotUpdate> edit) {
        database.decide(reader -> {
            var snapshot = known(VolumesService.again(reader, which), name);
            var wanted = edit.apply(snapshot.shown().writable());
            return new Decision<>(
                    VolumesRepository.update(snapshot, wanted.description(), wanted.expiresAt()),
                    name);
        });
        tell("storage-volume-snapshot-updated", which, name);
    }

    public Operation rename(StoredVolume which, String name, String newName) {
        VolumeRules.checkName(newName);
        demandFree(which, newName);
        var ignored = known(which, name);
        return begin(
                "Renaming storage volume snapshot",
                which,
                progress -> {
                    database.decide(reader -> {
                        var volume = VolumesService.again(reader, which);
                        demandFree(volume, newName);
                        return new Decision<>(
                                VolumesRepository.rename(known(volume, name), newName), newName);
                    });
                    folders.move(places.snapshot(which, name), places.snapshot(which, newName));
                    tell("storage-volume-snapshot-renamed", which, newName);
                });
    }

    public Operation delete(StoredVolume which, String name) {
        var ignored = known(which, name);
        return begin(
                "Deleting storage volume snapshot",
                which,
                progress -> {
                    forget(which, name);
                    folders.delete(places.snapshot(which, name));
                    tell("storage-volume-snapshot-deleted", which, name);
                });
    }

    /// Makes a volume again what it was. What is there now is gone only when the copy is complete.
    public void restore(StoredVolume which, String name) {
        var volume = database.readLatest(reader -> VolumesService.again(reader, which));
        var snapshot = known(volume, name);
        if (!database.readLatest(reader -> VolumeUses.instances(reader, volume)).isEmpty()) {
            throw new ApiException(400, "Cannot restore a custom volume that instances use");
        }
        var place = places.of(volume);
        var incoming = places.aside(volume);
        try {
            folders.delete(incoming);
            folders.copy(places.snapshot(volume, snapshot.name()), incoming);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(500, "Interrupted");
        }
        folders.delete(place);
        folders.move(incoming, place);
        events.tell(
                Happening.of("storage-volume-restored", volume.url(here.isClustered()))
                        .in(volume.project())
                        .with("snapshot", name));
    }

    private Operation begin(String description, StoredVolume volume, Work work) {
        return operations.start(
                Task.of(description, work)
                        .in(volume.project())
                        .about("storage_volumes", volume.url(here.isClustered())));
    }

    private static void demandFree(StoredVolume volume, String name) {
        if (volume.snapshots().stream().anyMatch(one -> one.name().equals(name))) {
            throw new ApiException(409, "Snapshot \"%s\" already in use".formatted(name));
        }
    }

    private static String madeUp(StoredVolume volume) {
        var taken = volume.snapshots().stream().map(StoredSnapshot::name).toList();
        return IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> "snap" + number)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }

    /// Those of a volume, the oldest first. In a list their names begin with the volume's.
    public static List<VolumeSnapshot> list(StoredVolume volume) {
        return volume.snapshots().stream().map(snapshot -> snapshot.listed(volume.name())).toList();
    }

    private void tell(String action, StoredVolume volume, String snapshot) {
        events.tell(
                Happening.of(action, volume.url(here.isClustered()))
                        .in(volume.project())
                        .with("snapshot", snapshot));
    }
}
