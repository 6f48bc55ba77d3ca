package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import dev.pileus.api.InstanceStateChange;
import dev.pileus.api.Operation;
import dev.pileus.database.Database;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MemberPhase;
import dev.pileus.domain.members.MembersReader;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.domain.operations.Task;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Starts, stops and freezes instances that live on this member, when people ask for it (CONTRACT
/// 15.3). Refusals are [ApiException]s. Safe for use by many threads.
public final class PowerService {
    /// How long an init may take to end when nobody says how long.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Database database;
    private final OperationsService operations;
    private final EventHub events;
    private final InstanceWork work;
    private final PowerSwitch power;
    private final Removal removal;
    private final Set<Long> shuttingDown = ConcurrentHashMap.newKeySet();

    public PowerService(
            Database database,
            OperationsService operations,
            EventHub events,
            InstanceWork work,
            PowerSwitch power,
            Removal removal) {
        this.database = database;
        this.operations = operations;
        this.events = events;
        this.work = work;
        this.power = power;
        this.removal = removal;
    }

    /// `PUT /1.0/instances/NAME/state`.
    public Operation change(StoredInstance instance, InstanceStateChange change) {
        if (change.stateful()) {
            throw new ApiException(400, "Instances cannot be stopped statefully by this server");
        }
        return switch (change.action()) {
            case "start" -> {
                demandAtWork(instance);
                yield run(
                        "Starting instance",
                        instance,
                        () -> {
                            // an evacuation may have had it in hand
                            demandAtWork(instance);
                            start(instance);
                        });
            }
            case "stop" -> {
                var hurried = change.force() && hurry(instance);
                yield run("Stopping instance", instance, () -> stop(instance, change, hurried));
            }
            case "restart" -> run("Restarting instance", instance, () -> restart(instance, change));
            case "freeze" ->
                    run("Freezing instance", instance, () -> power.freeze(latest(instance)));
            case "unfreeze" ->
                    run("Unfreezing instance", instance, () -> power.unfreeze(latest(instance)));
            default -> throw new ApiException(400, "Unknown action: '" + change.action() + "'");
        };
    }

    private Operation run(
            String description, StoredInstance instance, InstanceWork.Job<RuntimeException> job) {
        return operations.start(
                Task.of(description, progress -> work.alone(instance.id(), job))
                        .in(instance.project())
                        .about("instances", instance.url()));
    }

    /// Who has it in hand already starts it: after its creation, for instance.
    void start(StoredInstance instance) {
        var now = latest(instance);
        if (!now.whole()) {
            throw new ApiException(400, "The instance is not complete");
        }
        power.start(now);
    }

    /// Ends an instance whose init is taking its time, so that whoever waits for it goes on.
    private boolean hurry(StoredInstance instance) {
        if (!shuttingDown.contains(instance.id())) {
            return false;
        }
        power.kill(instance);
        return true;
    }

    /// @param hurried whether it has been ended in spite of who has it in hand
    private void stop(StoredInstance instance, InstanceStateChange change, boolean hurried)
            throws InterruptedException {
        if (hurried) {
            return;
        }
        var now = latest(instance);
        if (!power.power(now).isUp()) {
            throw new ApiException(400, "The instance is already stopped");
        }
        goDown(now, change);
        power.stopped(now, !change.force());
        if (now.own().ephemeral()) {
            removal.remove(now);
        }
    }

    private void restart(StoredInstance instance, InstanceStateChange change)
            throws InterruptedException {
        var now = latest(instance);
        if (!power.power(now).isUp()) {
            throw new ApiException(400, "The instance is not running");
        }
        goDown(now, change);
        power.start(latest(now));
        events.tell(Happening.of("instance-restarted", now.url()).in(now.project()));
    }

    private void goDown(StoredInstance instance, InstanceStateChange change)
            throws InterruptedException {
        if (change.force()) {
            power.kill(instance);
            return;
        }
        var patience = change.timeout() > 0 ? Duration.ofSeconds(change.timeout()) : PATIENCE;
        shuttingDown.add(instance.id());
        try {
            if (!power.shutDown(instance, patience)) {
                throw new ApiException(
                        500,
                        "Failed shutting down instance, status is \"Running\": it did not end within %d s"
                                .formatted(patience.toSeconds()));
            }
        } finally {
            shuttingDown.remove(instance.id());
        }
    }

    private void demandAtWork(StoredInstance instance) {
        var evacuated =
                database.read(MembersReader::all).stream()
                        .filter(member -> member.id() == instance.member())
                        .map(Member::phase)
                        .anyMatch(phase ->
                                phase == MemberPhase.EVACUATED || phase == MemberPhase.EVACUATING);
        if (evacuated) {
            throw new ApiException(403, "Cluster member is evacuated");
        }
    }

    private StoredInstance latest(StoredInstance instance) {
        return database.read(reader -> Instances.latest(reader, instance));
    }
}
