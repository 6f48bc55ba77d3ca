package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import dev.pileus.database.Database;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.Reader;
import dev.pileus.domain.ThisMember;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after the instances of this member without being asked: starts those that shall be up when
/// the member starts, notices those that end by themselves, stops them when the host goes down.
public final class InstanceKeeper {
    /// Tables whose changes may bring other limits and devices.
    public static final Set<String> TABLES =
            Set.of("profiles_config", "profiles_devices", "profiles_devices_config");

    private static final Logger LOG = LoggerFactory.getLogger(InstanceKeeper.class);
    private static final int USUAL_PATIENCE = 30;

    private final Database database;
    private final ThisMember here;
    private final Containers containers;
    private final InstanceWork work;
    private final PowerSwitch power;
    private final Removal removal;
    private final SnapshotsService snapshots;

    public InstanceKeeper(
            Database database,
            ThisMember here,
            Containers containers,
            InstanceWork work,
            PowerSwitch power,
            Removal removal,
            SnapshotsService snapshots) {
        this.database = database;
        this.here = here;
        this.containers = containers;
        this.work = work;
        this.power = power;
        this.removal = removal;
        this.snapshots = snapshots;
    }

    /// Takes away what an earlier daemon did not finish, and starts what shall be up: the most
    /// important ones first.
    public void begin() throws InterruptedException {
        var own = database.read(reader -> Instances.on(reader, here.id()));
        own.stream().filter(instance -> !instance.whole()).forEach(this::giveUp);
        var up = containers.powers().keySet();
        adopt(byHandle(own), up);
        if (!isAtWork() || containers.obstacle().isPresent()) {
            return;
        }
        var wanted =
                own.stream()
                        .filter(StoredInstance::whole)
                        .filter(instance -> !up.contains(instance.handle()))
                        .filter(InstanceKeeper::shallStart)
                        .sorted(
                                Comparator.comparingInt((StoredInstance instance) ->
                                                number(instance, "boot.autostart.priority", 0))
                                        .reversed())
                        .toList();
        for (var instance : wanted) {
            start(instance);
            Thread.sleep(Duration.ofSeconds(number(instance, "boot.autostart.delay", 0)));
        }
    }

    /// Lets limits and devices hold for what is up here: a profile may have been changed.
    public void follow() throws InterruptedException {
        var up = containers.powers().keySet();
        for (var instance : database.read(reader -> Instances.on(reader, here.id()))) {
            if (up.contains(instance.handle())) {
                work.alone(instance.id(), () -> follow(instance));
            }
        }
    }

    private void follow(StoredInstance instance) {
        try {
            database.read(reader -> InstancesRepository.find(reader, instance.id()))
                    .ifPresent(power::follow);
        } catch (ApiException e) {
            LOG.warn("{} keeps limits and devices that it had: {}", instance.url(), e.text());
        }
    }

    private boolean isAtWork() {
        return database.readLatest(this::isAtWork);
    }

    private boolean isAtWork(Reader reader) {
        return !reader.select("SELECT id FROM nodes WHERE id = ? AND state = 0", here.id())
                .isEmpty();
    }

    /// What nobody has decided is as it was.
    private static boolean shallStart(StoredInstance instance) {
        return instance.setting("boot.autostart").isEmpty()
                ? PowerSwitch.wasUp(instance)
                : instance.flag("boot.autostart");
    }

    private void giveUp(StoredInstance instance) {
        try {
            removal.undo(instance);
            LOG.info("Has taken away {}, which was never finished", instance.url());
        } catch (RuntimeException e) {
            LOG.warn("Cannot take {} away, which was never finished", instance.url(), e);
        }
    }

    private void start(StoredInstance instance) throws InterruptedException {
        work.alone(
                instance.id(),
                () -> {
                    try {
                        wanted(instance).ifPresent(power::start);
                    } catch (RuntimeException e) {
                        LOG.error("Cannot start {}: {}", instance.url(), e.getMessage());
                    }
                });
    }

    /// An instance that still waits to be started: others have been started before it, and it may
    /// be elsewhere by now, or its member in maintenance.
    private Optional<StoredInstance> wanted(StoredInstance instance) {
        return database.readLatest(reader ->
                        isAtWork(reader)
                                ? InstancesRepository.find(reader, instance.id())
                                : Optional.<StoredInstance>empty())
                .filter(now -> now.member() == here.id() && shallStart(now))
                .filter(now -> !power.power(now).isUp());
    }

    /// Looks who has ended by itself. Whom somebody has in hand is left alone: it may just be going
    /// down, or leave.
    public void look() throws InterruptedException {
        try {
            var up = containers.powers().keySet();
            var ended = power.ended(up);
            var begun = power.unknown(up);
            if (ended.isEmpty() && begun.isEmpty()) {
                return;
            }
            var own = byHandle(database.read(reader -> Instances.on(reader, here.id())));
            for (var handle : ended) {
                if (own.containsKey(handle)) {
                    work.unlessBusy(own.get(handle).id(), () -> ended(own.get(handle)));
                } else {
                    power.forget(handle);
                }
            }
            adopt(own, begun);
        } catch (DatabaseException e) {
            LOG.debug("Looks again later: {}", e.getMessage());
        }
    }

    private static Map<String, StoredInstance> byHandle(List<StoredInstance> instances) {
        return instances.stream()
                .collect(Collectors.toMap(StoredInstance::handle, Function.identity()));
    }

    /// Looks after those that are up although nobody here has started them: an earlier daemon did.
    private void adopt(Map<String, StoredInstance> own, Set<String> up)
            throws InterruptedException {
        for (var handle : up) {
            if (own.containsKey(handle)) {
                work.unlessBusy(own.get(handle).id(), () -> power.adopt(own.get(handle)));
            }
        }
    }

    private void ended(StoredInstance instance) {
        var now = database.read(reader -> InstancesRepository.find(reader, instance.id()));
        if (power.power(instance).isUp() || !power.ended(Set.of()).contains(instance.handle())) {
            return;
        }
        power.forget(instance.handle());
        if (now.isEmpty() || now.get().member() != here.id()) {
            return;
        }
        power.stopped(now.get(), true);
        if (now.get().own().ephemeral()) {
            removal.remove(now.get());
        }
    }

    /// Deletes snapshots whose time is over.
    public void expire() {
        try {
            snapshots.deleteExpired(here.id());
        } catch (DatabaseException e) {
            LOG.debug("Expires later: {}", e.getMessage());
        }
    }

    /// Ends all instances because the host goes down; they are started again when it comes back.
    /// Those with a higher `boot.stop.priority` first, equals at once.
    public void end() throws InterruptedException {
        var up = containers.powers().keySet();
        var byPriority = new TreeMap<Integer, List<StoredInstance>>(Comparator.reverseOrder());
        database.read(reader -> Instances.on(reader, here.id())).stream()
                .filter(instance -> up.contains(instance.handle()))
                .forEach(instance ->
                        byPriority
                                .computeIfAbsent(
                                        number(instance, "boot.stop.priority", 0),
                                        priority -> new ArrayList<>())
                                .add(instance));
        for (var equals : byPriority.values()) {
            endTogether(equals);
        }
    }

    private void endTogether(List<StoredInstance> instances) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var instance : instances) {
                running.add(
                        threads.submit(() -> {
                            work.alone(instance.id(), () -> end(instance));
                            return instance;
                        }));
            }
            for (var one : running) {
                try {
                    var ignored = one.get();
                } catch (ExecutionException e) {
                    LOG.error("Cannot stop an instance", e.getCause());
                }
            }
        }
    }

    private void end(StoredInstance instance) throws InterruptedException {
        if (instance.setting("boot.host_shutdown_action").equals("force-stop")) {
            power.kill(instance);
        } else {
            power.end(instance, patience(instance));
        }
        power.stoppedForAWhile(instance);
    }

    /// How long the instance may take to end when it is not its user who wants that.
    public static Duration patience(StoredInstance instance) {
        return Duration.ofSeconds(number(instance, "boot.host_shutdown_timeout", USUAL_PATIENCE));
    }

    private static int number(StoredInstance instance, String key, int usual) {
        var value = instance.setting(key);
        return value.isEmpty()
                ? usual
                : Math.toIntExact(Math.clamp(Long.parseLong(value), 0, 86_400));
    }
}
