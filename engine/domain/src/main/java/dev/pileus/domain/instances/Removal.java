package dev.pileus.domain.instances;

import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;

/// Takes instances away that live on this member. The row goes last: whatever fails in between is
/// taken away when the member starts again.
public final class Removal {
    private final Database database;
    private final Containers containers;
    private final Volumes volumes;
    private final VolumeFolders folders;
    private final EventHub events;
    private final InstanceWork work;

    public Removal(
            Database database,
            Containers containers,
            Volumes volumes,
            VolumeFolders folders,
            EventHub events,
            InstanceWork work) {
        this.database = database;
        this.containers = containers;
        this.volumes = volumes;
        this.folders = folders;
        this.events = events;
        this.work = work;
    }

    /// Removes an instance that is not up, and tells of it.
    void remove(StoredInstance instance) {
        database.decide(
                reader -> new Decision<>(InstanceStatements.whole(instance, false), instance.id()));
        undo(instance);
        events.tell(Happening.of("instance-deleted", instance.url()).in(instance.project()));
    }

    /// Removes an instance that never became one.
    void undo(StoredInstance instance) {
        clear(instance);
        database.decide(
                reader -> new Decision<>(InstanceStatements.delete(instance), instance.id()));
        work.forget(instance.id());
    }

    /// Removes its files from this host, and nothing else.
    public void clear(StoredInstance instance) {
        var volume = volumes.of(instance);
        folders.delete(volume.snapshots());
        folders.delete(volume.folder());
        folders.delete(volume.aside());
        folders.delete(volume.incoming());
        containers.forget(instance.handle());
    }
}
