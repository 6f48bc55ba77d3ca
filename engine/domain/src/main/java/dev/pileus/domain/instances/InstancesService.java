package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import dev.pileus.api.InstanceUpdate;
import dev.pileus.api.Operation;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.domain.operations.Task;
import dev.pileus.domain.options.Options;
import dev.pileus.domain.projects.Projects;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Finds instances, changes what is written about them, renames and deletes them. What touches the
/// host is for instances that live on this member. Refusals are [ApiException]s. Safe for use by
/// many threads.
public final class InstancesService {
    private final Database database;
    private final ThisMember here;
    private final OperationsService operations;
    private final EventHub events;
    private final InstanceWork work;
    private final PowerSwitch power;
    private final DeviceChecks checks;
    private final Volumes volumes;
    private final VolumeFolders folders;
    private final Containers containers;
    private final Removal removal;

    public InstancesService(
            Database database,
            ThisMember here,
            OperationsService operations,
            EventHub events,
            InstanceWork work,
            PowerSwitch power,
            DeviceChecks checks,
            Volumes volumes,
            VolumeFolders folders,
            Containers containers,
            Removal removal) {
        this.database = database;
        this.here = here;
        this.operations = operations;
        this.events = events;
        this.work = work;
        this.power = power;
        this.checks = checks;
        this.volumes = volumes;
        this.folders = folders;
        this.containers = containers;
        this.removal = removal;
    }

    /// As stored; 404 where there is none.
    public StoredInstance find(String project, String name) {
        // it may be so new that only others know it yet
        return database.read(reader -> Instances.find(reader, project, name))
                .orElseGet(() ->
                        database.readLatest(reader -> Instances.known(reader, project, name)));
    }

    /// Whether this member has to do its work.
    public boolean isHere(StoredInstance instance) {
        return instance.member() == here.id();
    }

    /// Changes description, config, devices and profiles at once.
    ///
    /// @param edit may throw to refuse, and is repeated when somebody else was faster
    public void update(StoredInstance instance, UnaryOperator<InstanceUpdate> edit) {
        try {
            work.alone(instance.id(), () -> change(instance, edit));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(500, "The change was interrupted");
        }
        tell("instance-updated", instance.project(), instance.name());
    }

    private void change(StoredInstance instance, UnaryOperator<InstanceUpdate> edit) {
        power.adopt(database.read(reader -> Instances.latest(reader, instance)));
        var before = write(instance, edit);
        try {
            power.follow(database.read(reader -> Instances.latest(reader, instance)));
        } catch (ApiException e) {
            // one that is up cannot have it: then nothing is changed
            var refused = write(instance, ignored -> before);
            assert refused != null : "as it was";
            power.follow(database.read(reader -> Instances.latest(reader, instance)));
            throw e;
        }
    }

    /// Writes it down.
    ///
    /// @return what was there
    private InstanceUpdate write(StoredInstance instance, UnaryOperator<InstanceUpdate> edit) {
        return database.decide(reader -> {
            var now = Instances.latest(reader, instance);
            var wanted = present(edit.apply(now.own()));
            demandChangeable(now, wanted);
            var project = Projects.known(reader, now.project());
            var profiles = Settled.profiles(reader, project, wanted.profiles());
            var expansion = Settled.check(reader, project, wanted, profiles);
            checks.check(reader, project.name(), wanted, expansion);
            checks.checkHere(now, expansion);
            Settled.checkChanged(reader, project, now.name(), expansion);
            demandSameDisk(now, expansion);
            var kept =
                    wanted.withConfig(NicNames.withoutGone(wanted.config(), expansion.devices()));
            return new Decision<>(
                    InstanceStatements.update(now, project.id(), kept, profiles), now.own());
        });
    }

    /// The same in the background.
    public Operation updating(StoredInstance instance, UnaryOperator<InstanceUpdate> edit) {
        // refused at once rather than later, as far as that can be known
        var ignored = edit.apply(instance.own());
        return operations.start(
                Task.of("Updating instance", progress -> update(instance, edit))
                        .in(instance.project())
                        .about("instances", instance.url()));
    }

    private static void demandChangeable(StoredInstance now, InstanceUpdate wanted) {
        if (!wanted.architecture().isEmpty()
                && !wanted.architecture().equals(now.own().architecture())) {
            throw new ApiException(400, "The architecture of an instance cannot be changed");
        }
        if (wanted.stateful() != now.own().stateful()) {
            throw new ApiException(400, "Instances cannot be made stateful");
        }
    }

    /// Its files stay where they are.
    private static void demandSameDisk(StoredInstance now, Expansion expansion) {
        if (!Volumes.rootPool(expansion.devices())
                .equals(Volumes.rootPool(now.expandedDevices()))) {
            throw new ApiException(
                    400, "The storage pool of the root disk cannot be changed: move the instance");
        }
    }

    private static InstanceUpdate present(InstanceUpdate wanted) {
        var devices = new TreeMap<String, Map<String, String>>();
        wanted.devices().forEach((name, keys) -> devices.put(name, Options.present(keys)));
        return new InstanceUpdate(
                wanted.architecture(),
                Options.present(wanted.config()),
                devices,
                wanted.ephemeral(),
                wanted.profiles(),
                wanted.stateful(),
                wanted.description(),
                "");
    }

    /// Sets keys of its own; an empty value removes one.
    public void set(StoredInstance instance, Map<String, String> keys) {
        database.decide(reader ->
                new Decision<>(
                        InstanceStatements.set(Instances.latest(reader, instance), keys),
                        instance.id()));
    }

    /// Gives it another name, in the background.
    public Operation renaming(StoredInstance instance, String name) {
        InstanceNames.check(name);
        database.read(reader -> {
            demandFree(reader, instance.project(), name);
            return name;
        });
        return operations.start(
                Task.of(
                                "Renaming instance",
                                progress -> work.alone(instance.id(), () -> rename(instance, name)))
                        .in(instance.project())
                        .about("instances", instance.url()));
    }

    /// Gives it another name at once; it is down. Whoever calls holds it in [InstanceWork].
    public void rename(StoredInstance instance, String name) {
        if (power.power(instance).isUp()) {
            throw new ApiException(400, "Renaming of running instance not allowed");
        }
        write(instance, name);
        try {
            moveFiles(instance, name);
        } catch (RuntimeException e) {
            write(database.read(reader -> Instances.latest(reader, instance)), instance.name());
            throw e;
        }
        events.tell(
                Happening.of("instance-renamed", StoredInstance.url(instance.project(), name))
                        .in(instance.project())
                        .with("old_name", instance.name()));
    }

    private void write(StoredInstance instance, String name) {
        database.decide(reader -> {
            demandFree(reader, instance.project(), name);
            var now = Instances.latest(reader, instance);
            return new Decision<>(
                    Batch.builder()
                            .add(InstanceStatements.rename(now, name))
                            .add(InstanceStatements.renamed(now))
                            .build(),
                    name);
        });
    }

    private void moveFiles(StoredInstance instance, String name) {
        var volume = volumes.of(instance);
        var renamed = volume.called(StoredInstance.handle(instance.project(), name));
        folders.delete(renamed.folder());
        folders.move(volume.folder(), renamed.folder());
        if (folders.exists(volume.snapshots())) {
            folders.delete(renamed.snapshots());
            folders.move(volume.snapshots(), renamed.snapshots());
        }
        containers.rename(instance.handle(), renamed.handle());
    }

    private static void demandFree(Reader reader, String project, String name) {
        if (Instances.find(reader, project, name).isPresent()) {
            throw new ApiException(409, "Name \"%s\" already in use".formatted(name));
        }
    }

    /// Deletes it, in the background.
    public Operation deleting(StoredInstance instance) {
        demandDeletable(instance);
        return operations.start(
                Task.of(
                                "Deleting instance",
                                progress ->
                                        work.alone(
                                                instance.id(),
                                                () -> {
                                                    var now =
                                                            database.read(reader ->
                                                                    Instances.latest(
                                                                            reader, instance));
                                                    demandDeletable(now);
                                                    removal.remove(now);
                                                }))
                        .in(instance.project())
                        .about("instances", instance.url()));
    }

    private void demandDeletable(StoredInstance instance) {
        if (power.power(instance).isUp()) {
            throw new ApiException(400, "Instance is running");
        }
        if (instance.flag("security.protection.delete")) {
            throw new ApiException(400, "Instance is protected");
        }
    }

    private void tell(String action, String project, String name) {
        events.tell(Happening.of(action, StoredInstance.url(project, name)).in(project));
    }
}
