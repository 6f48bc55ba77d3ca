package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import dev.pileus.api.InstanceSource;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.domain.operations.Progress;
import java.util.ArrayList;
import java.util.List;

/// Gives new instances on this member their files.
public final class Contents {
    private final Database database;
    private final ImageSource images;
    private final Volumes volumes;
    private final VolumeFolders folders;

    public Contents(Database database, ImageSource images, Volumes volumes, VolumeFolders folders) {
        this.database = database;
        this.images = images;
        this.volumes = volumes;
        this.folders = folders;
    }

    /// Fills the place of an instance.
    void fill(StoredInstance instance, InstanceSource source, Progress progress)
            throws InterruptedException {
        var volume = volumes.of(instance);
        switch (source.type()) {
            case "image" -> unpack(instance, source, volume, progress);
            case "copy" -> copy(instance, source, volume);
            default -> {
                folders.make(volume.folder());
                folders.make(volume.rootfs());
            }
        }
    }

    private void unpack(
            StoredInstance instance, InstanceSource source, Volume volume, Progress progress)
            throws InterruptedException {
        var image =
                database.readLatest(reader -> images.find(reader, instance.project(), source))
                        .orElseThrow(() -> new ApiException(404, "The image is no longer there"));
        folders.make(volume.folder());
        images.unpack(instance.project(), image, volume.folder(), progress);
        if (!folders.exists(volume.rootfs())) {
            throw new ApiException(400, "The image has no rootfs");
        }
    }

    private void copy(StoredInstance instance, InstanceSource source, Volume volume)
            throws InterruptedException {
        var parts = source.source().split("/", 2);
        var project = source.project().isEmpty() ? instance.project() : source.project();
        var original = database.readLatest(reader -> Instances.known(reader, project, parts[0]));
        var from = volumes.of(original);
        folders.delete(volume.folder());
        if (parts.length > 1) {
            folders.copy(from.snapshot(parts[1]), volume.folder());
            return;
        }
        folders.copy(from.folder(), volume.folder());
        if (!source.withoutSnapshots()) {
            copySnapshots(original, instance);
        }
    }

    private void copySnapshots(StoredInstance original, StoredInstance instance)
            throws InterruptedException {
        var copied = new ArrayList<StoredSnapshot>();
        for (var snapshot : snapshots(original)) {
            var to = volumes.of(instance).snapshot(snapshot.name());
            folders.delete(to);
            folders.copy(volumes.of(original).snapshot(snapshot.name()), to);
            copied.add(snapshot);
        }
        database.decide(reader -> {
            var batch = Batch.builder();
            copied.forEach(snapshot ->
                    batch.add(
                            InstanceStatements.snapshot(
                                    instance.id(),
                                    snapshot.name(),
                                    snapshot.content(),
                                    snapshot.createdAt(),
                                    snapshot.expiresAt())));
            return new Decision<>(batch.build(), instance.id());
        });
    }

    private List<StoredSnapshot> snapshots(StoredInstance instance) {
        return database.read(reader -> SnapshotsRepository.all(reader, instance));
    }
}
