package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.domain.projects.Projects;

/// Moves the files of instances to other pools of this member. Whoever calls holds the instance in
/// [InstanceWork], and it is down. Safe for use by many threads.
public final class PoolMove {
    private final Database database;
    private final Volumes volumes;
    private final VolumeFolders folders;

    public PoolMove(Database database, Volumes volumes, VolumeFolders folders) {
        this.database = database;
        this.volumes = volumes;
        this.folders = folders;
    }

    /// Copies everything, changes over with one write, and only then deletes what was there.
    ///
    /// @throws ApiException 400 if the pool is not ready on this member
    public void move(StoredInstance instance, String pool) throws InterruptedException {
        demandPool(instance, pool);
        var from = volumes.of(instance);
        var to = volumes.of(instance, pool);
        try {
            copy(from, to);
            settle(instance, pool);
        } catch (RuntimeException | InterruptedException e) {
            delete(to);
            throw e;
        }
        delete(from);
    }

    private void demandPool(StoredInstance instance, String pool) {
        if (!database.read(reader -> Instances.hasPool(reader, pool, instance.member()))) {
            throw new ApiException(
                    400,
                    "There is no storage pool \"%s\" that is ready on this member".formatted(pool));
        }
    }

    private void copy(Volume from, Volume to) throws InterruptedException {
        delete(to);
        folders.copy(from.folder(), to.folder());
        if (folders.exists(from.snapshots())) {
            folders.copy(from.snapshots(), to.snapshots());
        }
    }

    private void settle(StoredInstance instance, String pool) {
        database.decide(reader -> {
            var now = Instances.latest(reader, instance);
            var project = Projects.known(reader, now.project());
            return new Decision<>(
                    InstanceStatements.update(
                            now,
                            project.id(),
                            Volumes.rootedOn(pool, now.own(), now.expandedDevices()),
                            Settled.profiles(reader, project, now.own().profiles())),
                    now.id());
        });
    }

    private void delete(Volume volume) {
        folders.delete(volume.snapshots());
        folders.delete(volume.folder());
    }
}
