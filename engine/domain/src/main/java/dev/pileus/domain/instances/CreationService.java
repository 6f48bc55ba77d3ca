package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import dev.pileus.api.Instance;
import dev.pileus.api.InstanceUpdate;
import dev.pileus.api.NewInstance;
import dev.pileus.api.Operation;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.domain.operations.Progress;
import dev.pileus.domain.operations.Task;
import dev.pileus.domain.placement.Candidate;
import dev.pileus.domain.placement.Need;
import dev.pileus.domain.placement.PlacementService;
import dev.pileus.domain.placement.Wish;
import dev.pileus.domain.projects.Projects;
import dev.pileus.domain.projects.StoredProject;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeMap;

/// Makes instances (CONTRACT 15.2), in two steps: [#place] decides on any member what it is and
/// where it lives, [#build] makes it there. Refusals are [ApiException]s. Safe for use by many
/// threads.
public final class CreationService {
    private final Database database;
    private final ThisMember here;
    private final PlacementService placement;
    private final Drafts drafts;
    private final DeviceChecks checks;
    private final Contents contents;
    private final OperationsService operations;
    private final PowerService power;
    private final InstanceWork work;
    private final Removal removal;
    private final EventHub events;
    private final InstantSource time;

    public CreationService(
            Database database,
            ThisMember here,
            PlacementService placement,
            Drafts drafts,
            DeviceChecks checks,
            Contents contents,
            OperationsService operations,
            PowerService power,
            InstanceWork work,
            Removal removal,
            EventHub events,
            InstantSource time) {
        this.database = database;
        this.here = here;
        this.placement = placement;
        this.drafts = drafts;
        this.checks = checks;
        this.contents = contents;
        this.operations = operations;
        this.power = power;
        this.work = work;
        this.removal = removal;
        this.events = events;
        this.time = time;
    }

    /// What it is called and which member gets it, unless that makes it.
    private record Choice(String name, String destination) {}

    /// Decides what it is and where it lives; from now on its name is taken.
    ///
    /// @param target a member, `@GROUP`, or empty
    public Placed place(String project, NewInstance wanted, String target) {
        if (!target.isEmpty() && !here.isClustered()) {
            throw new ApiException(400, "Target only allowed when clustered");
        }
        var online = placement.online();
        var placed =
                database.decide(reader -> {
                    var owner = Projects.known(reader, project);
                    if (!target.isEmpty()) {
                        Restrictions.of(owner).checkTarget();
                    }
                    var draft = drafts.of(reader, project, wanted);
                    demandFree(reader, project, draft.name());
                    var profiles = Settled.profiles(reader, owner, draft.own().profiles());
                    var expansion = Settled.check(reader, owner, draft.own(), profiles);
                    checks.check(reader, owner.name(), draft.own(), expansion);
                    Settled.checkNew(reader, owner, draft.name(), expansion);
                    var home = home(reader, online, owner, draft, Wish.of(target));
                    demandPool(reader, Volumes.rootPool(expansion.devices()), home);
                    // a copy is made where its original is, for its files lie there
                    var maker = draft.copied().map(StoredInstance::member).orElse(home.id());
                    return new Decision<>(
                            InstanceStatements.insert(
                                    maker,
                                    owner.id(),
                                    draft.name(),
                                    finished(draft, expansion, Wish.of(target)),
                                    profiles,
                                    time.instant()),
                            new Choice(draft.name(), maker == home.id() ? "" : home.name()));
                });
        return new Placed(
                database.read(reader -> Instances.known(reader, project, placed.name)),
                placed.destination);
    }

    private static void demandFree(Reader reader, String project, String name) {
        if (Instances.find(reader, project, name).isPresent()) {
            throw new ApiException(409, "Instance \"%s\" already exists".formatted(name));
        }
    }

    /// A copy stays with its original where nobody wishes otherwise: that costs the least.
    private Candidate home(
            Reader reader, Set<Long> online, StoredProject project, Draft draft, Wish wish) {
        var need =
                new Need(
                        draft.copied().isPresent()
                                        && wish instanceof Wish.Anywhere
                                        && here.isClustered()
                                ? new Wish.OnMember(draft.copied().get().location())
                                : wish,
                        draft.own().architecture(),
                        PlacementService.allowedGroups(project),
                        Set.of());
        return placement.choose(reader, online, need);
    }

    private static void demandPool(Reader reader, String pool, Candidate home) {
        if (!Instances.hasPool(reader, pool, home.id())) {
            throw new ApiException(
                    400,
                    "Failed creating instance record: Failed initializing instance: Failed getting root disk: Storage pool \"%s\" is not there"
                            .formatted(pool));
        }
    }

    private InstanceUpdate finished(Draft draft, Expansion expansion, Wish wish) {
        var own = draft.own();
        var config = new TreeMap<>(own.config());
        config.put(
                ImageTemplates.DUE,
                draft.copied().isPresent() ? ImageTemplates.COPY : ImageTemplates.CREATE);
        config.putAll(drafts.addresses(expansion.devices()));
        if (wish instanceof Wish.InGroup(var group)) {
            config.put(Instance.CLUSTER_GROUP, group);
        }
        return own.withConfig(config);
    }

    /// Makes an instance that has been placed here.
    ///
    /// @param onward takes it on where another member gets it
    public Operation build(Placed placed, NewInstance wanted, Onward onward) {
        var instance = placed.instance();
        return operations.start(
                Task.of("Creating instance", progress -> build(placed, wanted, onward, progress))
                        .in(instance.project())
                        .about("instances", instance.url()));
    }

    private void build(Placed placed, NewInstance wanted, Onward onward, Progress progress)
            throws InterruptedException {
        var instance = placed.instance();
        work.alone(
                instance.id(),
                () -> {
                    try {
                        contents.fill(instance, wanted.source(), progress);
                        if (placed.destination().isEmpty()) {
                            become(instance);
                        } else {
                            // it becomes whole there: what is cut short here leaves nothing
                            onward.take(instance, placed.destination(), progress);
                        }
                    } catch (RuntimeException | InterruptedException e) {
                        removal.undo(instance);
                        throw e;
                    }
                    tell(placed);
                    if (wanted.start()) {
                        start(placed, onward);
                    }
                });
    }

    private void start(Placed placed, Onward onward) {
        if (placed.destination().isEmpty()) {
            power.start(placed.instance());
        } else {
            onward.start(placed.instance(), placed.destination());
        }
    }

    /// It is whole now.
    private void become(StoredInstance instance) {
        database.decide(
                reader -> new Decision<>(InstanceStatements.whole(instance, true), instance.id()));
    }

    private void tell(Placed placed) {
        var instance = placed.instance();
        events.tell(
                Happening.of("instance-created", instance.url())
                        .in(instance.project())
                        .with("type", instance.type())
                        .with(
                                "location",
                                placed.destination().isEmpty()
                                        ? instance.location()
                                        : placed.destination())
                        .with("storage-pool", Volumes.rootPool(instance.expandedDevices())));
    }

    /// Gives the name of an instance free again that nobody can build: its member does not answer.
    public void abandon(StoredInstance instance) {
        database.decide(
                reader -> new Decision<>(InstanceStatements.delete(instance), instance.id()));
    }
}
