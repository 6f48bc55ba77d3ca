package dev.pileus.domain.moves;

import dev.pileus.api.ApiException;
import dev.pileus.api.Instance;
import dev.pileus.api.InstanceMove;
import dev.pileus.api.InstanceUpdate;
import dev.pileus.api.Operation;
import dev.pileus.database.Database;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.instances.InstanceWork;
import dev.pileus.domain.instances.Instances;
import dev.pileus.domain.instances.InstancesService;
import dev.pileus.domain.instances.Onward;
import dev.pileus.domain.instances.PoolMove;
import dev.pileus.domain.instances.PowerSwitch;
import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.domain.instances.Volumes;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MemberPhase;
import dev.pileus.domain.members.MembersReader;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.domain.operations.Progress;
import dev.pileus.domain.operations.Task;
import dev.pileus.domain.placement.Need;
import dev.pileus.domain.placement.PlacementService;
import dev.pileus.domain.placement.Wish;
import dev.pileus.domain.projects.Projects;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Moves instances of this member to others, when people ask for it (CONTRACT 15.4). Refusals are
/// [ApiException]s. Safe for use by many threads.
public final class MoveService implements Onward {
    private final Database database;
    private final ThisMember here;
    private final OperationsService operations;
    private final PlacementService placement;
    private final InstancesService instances;
    private final InstanceWork work;
    private final PowerSwitch power;
    private final Carrier carrier;
    private final MovePeers peers;
    private final PoolMove pools;
    private final InstantSource time;

    public MoveService(
            Database database,
            ThisMember here,
            OperationsService operations,
            PlacementService placement,
            InstancesService instances,
            InstanceWork work,
            PowerSwitch power,
            Carrier carrier,
            MovePeers peers,
            PoolMove pools,
            InstantSource time) {
        this.database = database;
        this.here = here;
        this.operations = operations;
        this.placement = placement;
        this.instances = instances;
        this.work = work;
        this.power = power;
        this.carrier = carrier;
        this.peers = peers;
        this.pools = pools;
        this.time = time;
    }

    /// Moves an instance, in the background: to another pool, to another member, or both.
    ///
    /// @param target a member, `@GROUP`, or empty: it stays on its member
    public Operation moving(StoredInstance instance, InstanceMove wanted, String target) {
        demandPossible(instance, wanted, target);
        demandDown(instance, wanted.live());
        var wish = Wish.of(target);
        if (wish instanceof Wish.OnMember(var name) && name.equals(here.name())) {
            throw new ApiException(400, "Requested target server is the same as current server");
        }
        var home = target.isEmpty() ? Optional.<Member>empty() : Optional.of(home(instance, wish));
        home.ifPresent(member ->
                database.read(reader -> {
                    LocalVolumes.demandOn(reader, instance, member);
                    return member;
                }));
        return operations.start(
                Task.of(
                                "Migrating instance",
                                progress ->
                                        work.alone(
                                                instance.id(),
                                                () -> move(instance, wanted, wish, home, progress)))
                        .in(instance.project())
                        .about("instances", instance.url()));
    }

    private void demandPossible(StoredInstance instance, InstanceMove wanted, String target) {
        if (!target.isEmpty() && !here.isClustered()) {
            throw new ApiException(400, "Target only allowed when clustered");
        }
        if (!isSame(wanted.project(), instance.project())) {
            throw new ApiException(
                    400, "This server does not move instances between projects: copy it");
        }
        var pool = Volumes.rootPool(instance.expandedDevices());
        if (target.isEmpty() && isSame(wanted.pool(), pool)) {
            throw new ApiException(400, "The instance is there already");
        }
        if (wanted.instanceOnly()) {
            throw new ApiException(400, "Snapshots move with their instance: delete them first");
        }
        if (!target.isEmpty() && !isSame(wanted.name(), instance.name())) {
            throw new ApiException(400, "Rename the instance first, then move it");
        }
    }

    private static boolean isSame(String wanted, String present) {
        return wanted.isEmpty() || wanted.equals(present);
    }

    private void demandDown(StoredInstance instance, boolean live) {
        if (power.power(instance).isUp()) {
            throw new ApiException(
                    400,
                    live
                            ? "Unable to perform live container migration: stop the instance, or use --stateless"
                            : "Instance must be stopped to be moved statelessly");
        }
    }

    private Member home(StoredInstance instance, Wish wish) {
        var online = placement.online();
        var chosen =
                database.readLatest(reader -> {
                    var project = Projects.known(reader, instance.project());
                    Instances.demandTargets(project);
                    return placement.choose(
                            reader,
                            online,
                            new Need(
                                    wish,
                                    instance.own().architecture(),
                                    PlacementService.allowedGroups(project),
                                    Set.of(here.id())));
                });
        return known(chosen.name());
    }

    private Member known(String name) {
        return database.read(MembersReader::all).stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ApiException(404, "Cluster member not found"));
    }

    @Override
    public void take(StoredInstance instance, String member, Progress progress)
            throws InterruptedException {
        carrier.carryAsItIs(
                latest(instance),
                known(member),
                MemberPhase.CREATED,
                Map.of(),
                new Freight(progress, instance.name(), time));
    }

    @Override
    public void start(StoredInstance instance, String member) {
        peers.start(known(member), instance.id());
    }

    private void move(
            StoredInstance instance,
            InstanceMove wanted,
            Wish wish,
            Optional<Member> home,
            Progress progress)
            throws InterruptedException {
        var before = latest(instance);
        if (changes(before.own(), wanted)) {
            instances.update(before, present -> changed(present, wanted));
        }
        if (!isSame(wanted.pool(), Volumes.rootPool(before.expandedDevices()))) {
            pools.move(latest(instance), wanted.pool());
        }
        if (home.isPresent()) {
            carrier.carry(
                    latest(instance),
                    home.get(),
                    MemberPhase.CREATED,
                    keys(wish),
                    new Freight(progress, instance.name(), time));
        } else if (!isSame(wanted.name(), instance.name())) {
            instances.rename(latest(instance), wanted.name());
        }
    }

    private static Map<String, String> keys(Wish wish) {
        return wish instanceof Wish.InGroup(var group)
                ? Map.of(Instance.CLUSTER_GROUP, group)
                : Map.of();
    }

    private static boolean changes(InstanceUpdate present, InstanceMove wanted) {
        var changed = changed(present, wanted);
        return !Objects.equals(present, changed);
    }

    private static InstanceUpdate changed(InstanceUpdate present, InstanceMove wanted) {
        return new InstanceUpdate(
                present.architecture(),
                wanted.config() == null ? present.config() : wanted.config(),
                wanted.devices() == null ? present.devices() : wanted.devices(),
                present.ephemeral(),
                wanted.profiles() == null ? present.profiles() : wanted.profiles(),
                present.stateful(),
                present.description(),
                "");
    }

    private StoredInstance latest(StoredInstance instance) {
        return database.readLatest(reader -> Instances.find(reader, instance.id()))
                .orElseThrow(() -> new ApiException(404, "Instance not found"));
    }
}
