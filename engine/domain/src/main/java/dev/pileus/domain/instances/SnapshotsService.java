package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import dev.pileus.api.InstanceSnapshot;
import dev.pileus.api.NewSnapshot;
import dev.pileus.api.Operation;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.Urls;
import dev.pileus.domain.config.Expiry;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.domain.operations.Task;
import dev.pileus.domain.projects.Projects;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;

/// Snapshots of instances that live on this member. Refusals are [ApiException]s. Safe for use by
/// many threads.
public final class SnapshotsService {
    private static final String NUMBERED = "snap%d";

    /// How long an instance may take to end before it goes back to a snapshot.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Database database;
    private final OperationsService operations;
    private final EventHub events;
    private final InstanceWork work;
    private final PowerSwitch power;
    private final Volumes volumes;
    private final VolumeFolders folders;
    private final Containers containers;
    private final InstantSource time;

    public SnapshotsService(
            Database database,
            OperationsService operations,
            EventHub events,
            InstanceWork work,
            PowerSwitch power,
            Volumes volumes,
            VolumeFolders folders,
            Containers containers,
            InstantSource time) {
        this.database = database;
        this.operations = operations;
        this.events = events;
        this.work = work;
        this.power = power;
        this.volumes = volumes;
        this.folders = folders;
        this.containers = containers;
        this.time = time;
    }

    /// Oldest first.
    public List<InstanceSnapshot> list(StoredInstance instance) {
        return database.read(reader -> SnapshotsRepository.all(reader, instance)).stream()
                .map(StoredSnapshot::shown)
                .toList();
    }

    public InstanceSnapshot get(StoredInstance instance, String name) {
        return database.read(reader -> known(reader, instance, name)).shown();
    }

    /// Keeps what the instance is now, in the background.
    public Operation taking(StoredInstance instance, NewSnapshot wanted) {
        if (wanted.stateful()) {
            throw new ApiException(400, "Stateful snapshots are not supported by this server");
        }
        var project = database.read(reader -> Projects.known(reader, instance.project()));
        Restrictions.of(project).checkSnapshots();
        var name = database.read(reader -> name(reader, instance, wanted.name()));
        InstanceNames.checkSnapshot(name);
        database.read(reader -> {
            demandFree(reader, instance, name);
            return name;
        });
        return run("Snapshotting instance", instance, name, () -> take(instance, name, wanted));
    }

    private String name(Reader reader, StoredInstance instance, String wanted) {
        if (!wanted.isEmpty()) {
            return wanted;
        }
        var pattern = instance.setting("snapshots.pattern");
        var taken =
                SnapshotsRepository.all(reader, instance).stream()
                        .map(StoredSnapshot::name)
                        .toList();
        if (!pattern.isEmpty() && !pattern.contains("%d") && !taken.contains(pattern)) {
            return pattern;
        }
        var shape =
                pattern.isEmpty() ? NUMBERED : pattern.contains("%d") ? pattern : pattern + "-%d";
        var number = 0;
        while (taken.contains(shape.replace("%d", Integer.toString(number)))) {
            number++;
        }
        return shape.replace("%d", Integer.toString(number));
    }

    private void take(StoredInstance instance, String name, NewSnapshot wanted)
            throws InterruptedException {
        var volume = volumes.of(instance);
        folders.delete(volume.snapshot(name));
        var runs = containers.power(instance.handle()) == Power.RUNNING;
        if (runs) {
            // so that its files belong together
            containers.freeze(instance.handle());
        }
        try {
            folders.copy(volume.folder(), volume.snapshot(name));
        } finally {
            if (runs) {
                containers.unfreeze(instance.handle());
            }
        }
        var now = time.instant();
        var end =
                wanted.expiresAt() == null
                        ? Expiry.after(now, instance.setting("snapshots.expiry"))
                                .orElse(InstanceSnapshot.NEVER)
                        : wanted.expiresAt();
        database.decide(reader -> {
            demandFree(reader, instance, name);
            return new Decision<>(
                    InstanceStatements.snapshot(
                            instance.id(),
                            name,
                            Instances.latest(reader, instance).own(),
                            now,
                            end),
                    name);
        });
        tell("instance-snapshot-created", instance, name);
    }

    /// Changes until when it is kept.
    ///
    /// @param edit may throw to refuse, and is repeated when somebody else was faster
    public void expire(StoredInstance instance, String name, UnaryOperator<Instant> edit) {
        database.decide(reader -> {
            var snapshot = known(reader, instance, name);
            return new Decision<>(
                    InstanceStatements.expire(snapshot, edit.apply(snapshot.expiresAt())), name);
        });
        tell("instance-snapshot-updated", instance, name);
    }

    /// Gives it another name, in the background.
    public Operation renaming(StoredInstance instance, String name, String newName) {
        InstanceNames.checkSnapshot(newName);
        database.read(reader -> {
            demandFree(reader, instance, newName);
            return known(reader, instance, name);
        });
        return run("Renaming snapshot", instance, name, () -> rename(instance, name, newName));
    }

    private void rename(StoredInstance instance, String name, String newName) {
        database.decide(reader -> {
            demandFree(reader, instance, newName);
            return new Decision<>(
                    InstanceStatements.renameSnapshot(known(reader, instance, name), newName),
                    newName);
        });
        var volume = volumes.of(instance);
        folders.delete(volume.snapshot(newName));
        folders.move(volume.snapshot(name), volume.snapshot(newName));
        events.tell(
                Happening.of("instance-snapshot-renamed", url(instance, newName))
                        .in(instance.project())
                        .with("old_name", name));
    }

    /// Deletes it, in the background.
    public Operation deleting(StoredInstance instance, String name) {
        database.read(reader -> known(reader, instance, name));
        return run(
                "Deleting snapshot",
                instance,
                name,
                () -> delete(instance, database.read(reader -> known(reader, instance, name))));
    }

    private void delete(StoredInstance instance, StoredSnapshot snapshot) {
        folders.delete(volumes.of(instance).snapshot(snapshot.name()));
        database.decide(reader ->
                new Decision<>(InstanceStatements.deleteSnapshot(snapshot), snapshot.id()));
        tell("instance-snapshot-deleted", instance, snapshot.name());
    }

    /// Takes the instance back to what it was, in the background. One that is up is stopped for it,
    /// and started again.
    public Operation restoring(StoredInstance instance, String name) {
        database.read(reader -> known(reader, instance, name));
        return run("Restoring snapshot", instance, name, () -> restore(instance, name));
    }

    private void restore(StoredInstance instance, String name) throws InterruptedException {
        var snapshot = database.read(reader -> known(reader, instance, name));
        var volume = volumes.of(instance);
        folders.delete(volume.incoming());
        folders.copy(volume.snapshot(name), volume.incoming());
        var wasUp = power.power(instance).isUp();
        power.end(instance, PATIENCE);
        folders.delete(volume.aside());
        folders.move(volume.folder(), volume.aside());
        folders.move(volume.incoming(), volume.folder());
        folders.delete(volume.aside());
        database.decide(reader -> {
            var now = Instances.latest(reader, instance);
            var project = Projects.known(reader, now.project());
            var profiles = Settled.profiles(reader, project, snapshot.content().profiles());
            // its files are where they are now, whatever it was on then
            var content =
                    Volumes.rootedOn(
                            Volumes.rootPool(now.expandedDevices()),
                            snapshot.content(),
                            Settled.expand(reader, snapshot.content(), profiles).devices());
            return new Decision<>(
                    InstanceStatements.update(now, project.id(), content, profiles), name);
        });
        events.tell(
                Happening.of("instance-restored", instance.url())
                        .in(instance.project())
                        .with("snapshot", name));
        if (wasUp) {
            power.start(database.read(reader -> Instances.latest(reader, instance)));
        }
    }

    /// Deletes those on this member whose time is over.
    void deleteExpired(long member) {
        for (var snapshot :
                database.read(
                        reader -> SnapshotsRepository.expired(reader, member, time.instant()))) {
            database.read(reader -> InstancesRepository.find(reader, snapshot.instance()))
                    .ifPresent(instance -> delete(instance, snapshot));
        }
    }

    private Operation run(
            String description,
            StoredInstance instance,
            String snapshot,
            InstanceWork.Job<RuntimeException> job) {
        return operations.start(
                Task.of(description, progress -> work.alone(instance.id(), job))
                        .in(instance.project())
                        .about("instances", instance.url())
                        .about("instances_snapshots", url(instance, snapshot)));
    }

    private static StoredSnapshot known(Reader reader, StoredInstance instance, String name) {
        return SnapshotsRepository.find(reader, instance, name)
                .orElseThrow(() -> new ApiException(404, "Instance snapshot not found"));
    }

    private static void demandFree(Reader reader, StoredInstance instance, String name) {
        if (SnapshotsRepository.find(reader, instance, name).isPresent()) {
            throw new ApiException(
                    409, "Snapshot \"%s/%s\" already exists".formatted(instance.name(), name));
        }
    }

    private void tell(String action, StoredInstance instance, String snapshot) {
        events.tell(Happening.of(action, url(instance, snapshot)).in(instance.project()));
    }

    static String url(StoredInstance instance, String snapshot) {
        return Urls.in(instance.project(), "instances", instance.name(), "snapshots", snapshot);
    }
}
