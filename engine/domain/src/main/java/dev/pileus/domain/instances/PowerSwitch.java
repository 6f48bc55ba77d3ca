package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import dev.pileus.api.Instance;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.projects.Projects;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// Switches instances on and off that live on this member, and remembers it. Whoever calls holds
/// the instance in [InstanceWork], so that nothing else is done with it. Safe for use by many
/// threads.
public final class PowerSwitch {
    private static final String RUNNING = "RUNNING";
    private static final String STOPPED = "STOPPED";

    private final Database database;
    private final Containers containers;
    private final Launches launches;
    private final EventHub events;
    private final InstantSource time;
    private final NicNames names;
    private final HotPlug plugs;
    private final Volumes volumes;
    private final ImageTemplates templates;

    /// Instances that are up as far as is known, by handle: whoever of them is found down has ended
    /// by itself.
    private final Set<String> up = ConcurrentHashMap.newKeySet();

    public PowerSwitch(
            Database database,
            Containers containers,
            Launches launches,
            LiveDevices devices,
            Volumes volumes,
            ImageTemplates templates,
            EventHub events,
            InstantSource time,
            RandomGenerator random) {
        this.database = database;
        this.containers = containers;
        this.launches = launches;
        this.events = events;
        this.time = time;
        this.volumes = volumes;
        this.templates = templates;
        this.names = new NicNames(random);
        this.plugs = new HotPlug(launches, devices);
    }

    public Power power(StoredInstance instance) {
        return containers.power(instance.handle());
    }

    /// Starts it, or lets it go on where it is frozen.
    public void start(StoredInstance instance) {
        switch (power(instance)) {
            case FROZEN -> {
                containers.unfreeze(instance.handle());
                tell("instance-resumed", instance);
            }
            case RUNNING -> throw new ApiException(400, "The instance is already running");
            case STOPPED, UNKNOWN -> {
                launch(instance);
                tell("instance-started", instance);
            }
        }
    }

    private void launch(StoredInstance instance) {
        // profiles, or the project itself, may have been changed since
        var project = database.read(reader -> Projects.known(reader, instance.project()));
        Restrictions.of(project).check(instance.expandedConfig(), instance.expandedDevices());
        var named = named(instance, Launches.nics(instance.expandedDevices()));
        write(named);
        containers.start(launches.of(named));
        up.add(instance.handle());
        plugs.isInStep(named);
        database.decide(reader ->
                new Decision<>(
                        Batch.builder()
                                .add(
                                        set(
                                                reader,
                                                named,
                                                Map.of(
                                                        Instance.LAST_POWER,
                                                        RUNNING,
                                                        ImageTemplates.DUE,
                                                        "")))
                                .add(InstanceStatements.used(named, time.instant()))
                                .build(),
                        named.id()));
    }

    /// What its image wants written now, and what has been due since it was made.
    private void write(StoredInstance instance) {
        var volume = volumes.of(instance);
        var due = instance.ownSetting(ImageTemplates.DUE);
        if (!due.isEmpty()) {
            templates.apply(volume, instance, due);
        }
        templates.apply(volume, instance, ImageTemplates.START);
    }

    /// Gives interfaces names that have none.
    ///
    /// @param fresh those that need a new end on the host
    private StoredInstance named(StoredInstance instance, List<String> fresh) {
        var given = new HashMap<>(names.ends(fresh, instance.expandedDevices()));
        given.putAll(NicNames.names(instance.own().config(), instance.expandedDevices()));
        given.putAll(names.addresses(instance.own().config(), instance.expandedDevices()));
        return given.isEmpty() ? instance : note(instance, given);
    }

    /// Asks it to end; false when it has not ended in time, and still runs.
    public boolean shutDown(StoredInstance instance, Duration patience)
            throws InterruptedException {
        up.remove(instance.handle());
        var ended = containers.shutDown(instance.handle(), patience);
        if (!ended) {
            up.add(instance.handle());
        }
        return ended;
    }

    /// Ends it at once.
    public void kill(StoredInstance instance) {
        up.remove(instance.handle());
        containers.kill(instance.handle());
    }

    /// Asks it to end, and ends it when it does not: for who cannot wait any longer.
    public void end(StoredInstance instance, Duration patience) throws InterruptedException {
        if (power(instance).isUp() && !shutDown(instance, patience)) {
            kill(instance);
        }
    }

    public void freeze(StoredInstance instance) {
        if (power(instance) != Power.RUNNING) {
            throw new ApiException(400, "The instance is not running");
        }
        containers.freeze(instance.handle());
        tell("instance-paused", instance);
    }

    public void unfreeze(StoredInstance instance) {
        if (power(instance) != Power.FROZEN) {
            throw new ApiException(400, "The instance is not frozen");
        }
        containers.unfreeze(instance.handle());
        tell("instance-resumed", instance);
    }

    /// Remembers that it is meant to be down.
    ///
    /// @param asked whether its init was asked, rather than killed
    void stopped(StoredInstance instance, boolean asked) {
        note(instance, Map.of(Instance.LAST_POWER, STOPPED));
        tell(asked ? "instance-shutdown" : "instance-stopped", instance);
    }

    /// Remembers that it was up and shall be again: for who stops it for a while.
    public void stoppedForAWhile(StoredInstance instance) {
        note(instance, Map.of(Instance.LAST_POWER, RUNNING));
        tell("instance-shutdown", instance);
    }

    /// Whether it is up, or has been stopped for a while only: whoever carries it away has it
    /// started where it comes to.
    public boolean shallBeUp(StoredInstance instance) {
        return power(instance).isUp() || wasUp(instance);
    }

    /// Whether it was up, as far as is remembered.
    static boolean wasUp(StoredInstance instance) {
        return instance.ownSetting(Instance.LAST_POWER).equals(RUNNING);
    }

    /// The handles of those that were up when last looked at and are not now.
    Set<String> ended(Set<String> upNow) {
        var ended = new HashSet<>(up);
        ended.removeAll(upNow);
        return ended;
    }

    /// The handles of those that are up, and were not when last looked at.
    Set<String> unknown(Set<String> upNow) {
        var unknown = new HashSet<>(upNow);
        unknown.removeAll(up);
        return unknown;
    }

    /// Looks after one that is up although nobody here has started it.
    void adopt(StoredInstance instance) {
        if (power(instance).isUp()) {
            up.add(instance.handle());
            plugs.adopt(instance);
        } else {
            forget(instance.handle());
        }
    }

    /// It is not up, or not here any more.
    void forget(String handle) {
        up.remove(handle);
        plugs.forget(handle);
    }

    /// Lets limits and devices that were changed hold for one that is up.
    ///
    /// @throws ApiException where it cannot have them; its devices are as before then
    void follow(StoredInstance instance) {
        if (power(instance).isUp()) {
            containers.limit(instance.handle(), launches.limits(instance));
            plugs.follow(named(instance, plugs.newNics(instance)));
        }
    }

    private StoredInstance note(StoredInstance instance, Map<String, String> keys) {
        return database.decide(reader ->
                        new Decision<>(
                                set(reader, instance, keys),
                                InstancesRepository.find(reader, instance.id())))
                .flatMap(ignored -> reread(instance))
                .orElse(instance);
    }

    /// Nothing where all is so already: who moves remembers that it was up.
    private static Batch set(Reader reader, StoredInstance instance, Map<String, String> keys) {
        return InstancesRepository.find(reader, instance.id())
                .filter(now ->
                        keys.entrySet().stream()
                                .anyMatch(key ->
                                        !now.ownSetting(key.getKey()).equals(key.getValue())))
                .map(now -> InstanceStatements.set(now, keys))
                .orElse(Batch.empty());
    }

    private Optional<StoredInstance> reread(StoredInstance instance) {
        return database.read(reader -> InstancesRepository.find(reader, instance.id()));
    }

    private void tell(String action, StoredInstance instance) {
        events.tell(Happening.of(action, instance.url()).in(instance.project()));
    }
}
