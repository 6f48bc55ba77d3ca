package dev.pileus.domain.evacuation;

import dev.pileus.api.ApiException;
import dev.pileus.api.Instance;
import dev.pileus.database.Database;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.Reader;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.Urls;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.instances.InstanceWork;
import dev.pileus.domain.instances.Instances;
import dev.pileus.domain.instances.PowerSwitch;
import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.domain.members.MaintenanceService;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MemberPhase;
import dev.pileus.domain.members.MembersReader;
import dev.pileus.domain.moves.Carrier;
import dev.pileus.domain.moves.Freight;
import dev.pileus.domain.moves.MovePeers;
import dev.pileus.domain.operations.Progress;
import dev.pileus.domain.placement.Candidate;
import dev.pileus.domain.placement.PlacementService;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Empties this member (CONTRACT 11.2). If something fails, what was stopped in vain goes on here,
/// what has moved stays where it is, and the member is available again: a second evacuation goes on
/// with the rest, a restore takes back what has moved.
public final class Evacuation {
    private static final Logger LOG = LoggerFactory.getLogger(Evacuation.class);

    private final Database database;
    private final ThisMember here;
    private final MaintenanceService maintenance;
    private final PlacementService placement;
    private final Residents residents;
    private final InstanceWork work;
    private final PowerSwitch power;
    private final Hosting hosting;
    private final Carrier carrier;
    private final MovePeers peers;
    private final EventHub events;
    private final InstantSource time;

    /// Those that an earlier daemon has carried away and not had started.
    private final Set<Long> asleep = ConcurrentHashMap.newKeySet();

    public Evacuation(
            Database database,
            ThisMember here,
            MaintenanceService maintenance,
            PlacementService placement,
            InstanceWork work,
            PowerSwitch power,
            Hosting hosting,
            Carrier carrier,
            MovePeers peers,
            EventHub events,
            InstantSource time) {
        this.database = database;
        this.here = here;
        this.maintenance = maintenance;
        this.placement = placement;
        this.residents = new Residents(here, power);
        this.work = work;
        this.power = power;
        this.hosting = hosting;
        this.carrier = carrier;
        this.peers = peers;
        this.events = events;
        this.time = time;
    }

    /// @param asked of the whole evacuation
    void run(EvacuationMode asked, Progress progress) throws InterruptedException {
        var mode = possible(asked);
        maintenance.beginEvacuation(here.name());
        try {
            empty(mode, new Report(progress));
        } catch (RuntimeException | InterruptedException e) {
            maintenance.available(here.name());
            throw e;
        }
        maintenance.evacuated(here.name());
        events.tell(
                Happening.of(
                        "cluster-member-evacuated", Urls.of("cluster", "members", here.name())));
    }

    /// Ends what an earlier daemon of this member was in the midst of: it may have carried
    /// instances away that are to be up, and not have come to say so.
    void recover() {
        maintenance.settle(here.name());
        database.readLatest(Instances::all).stream()
                .filter(this::isAsleepElsewhere)
                .map(StoredInstance::id)
                .forEach(asleep::add);
        look();
    }

    /// Has them started. To be called now and then: members that did not answer come back.
    void look() {
        for (var id : List.copyOf(asleep)) {
            var instance =
                    database.readLatest(reader -> Instances.find(reader, id))
                            .filter(this::isAsleepElsewhere);
            if (instance.isEmpty() || isWoken(instance.get())) {
                asleep.remove(id);
            }
        }
    }

    private boolean isAsleepElsewhere(StoredInstance instance) {
        return instance.member() != here.id()
                && instance.ownSetting(Instance.EVACUATE_ORIGIN).equals(here.name())
                && instance.ownSetting(Instance.LAST_POWER).equals("RUNNING");
    }

    private boolean isWoken(StoredInstance instance) {
        try {
            peers.start(member(instance.member()), instance.id());
            return true;
        } catch (ApiException e) {
            LOG.warn("Has {} started later: {}", instance.url(), e.text());
            return false;
        }
    }

    /// Who is alone cannot move anything.
    private EvacuationMode possible(EvacuationMode asked) {
        var members =
                database.read(MembersReader::all).stream()
                        .filter(member -> member.phase() != MemberPhase.PENDING)
                        .count();
        if (members > 1) {
            return asked;
        }
        if (asked.moves()) {
            throw new ApiException(
                    400,
                    "Can't perform \"%s\" evacuation on a single node cluster"
                            .formatted(asked.word()));
        }
        return asked == EvacuationMode.AUTO ? EvacuationMode.STOP : asked;
    }

    /// Looks again until nobody is found: somebody may have been on the way here.
    private void empty(EvacuationMode mode, Report report) throws InterruptedException {
        var handled = new HashSet<Long>();
        for (var plan = plan(mode, handled); !plan.isEmpty(); plan = plan(mode, handled)) {
            report.expect(plan.size());
            Crew.each(
                    plan,
                    step -> {
                        take(step, report);
                        report.done();
                    });
        }
        report.demandSuccess("Failed to evacuate instances");
    }

    private List<Step> plan(EvacuationMode mode, Set<Long> handled) {
        var online = placement.online();
        var plan =
                database.readLatest(reader ->
                        EvacuationPlan.of(
                                residents.of(reader, handled),
                                placement.candidates(reader, online),
                                mode));
        plan.forEach(step -> handled.add(step.instance().id()));
        return plan;
    }

    private void take(Step step, Report report) throws InterruptedException {
        var instance = step.instance();
        work.alone(
                instance.id(),
                () -> {
                    var now = database.readLatest(reader -> resident(reader, instance));
                    if (now.isEmpty()) {
                        return;
                    }
                    try {
                        take(now.get(), step.fate(), report);
                    } catch (RuntimeException e) {
                        report.failed(now.get(), "is still on \"%s\"".formatted(here.name()), e);
                    }
                });
    }

    private Optional<StoredInstance> resident(Reader reader, StoredInstance instance) {
        return Instances.find(reader, instance.id()).filter(now -> now.member() == here.id());
    }

    private void take(StoredInstance instance, Fate fate, Report report)
            throws InterruptedException {
        switch (fate) {
            // it may have been started since the plan was made
            case Fate.LeftAlone() -> stop(instance, false, report);
            case Fate.Stopped(var forced) -> stop(instance, forced, report);
            case Fate.Stranded() -> {
                stop(instance, false, report);
                report.note(
                        instance,
                        "stays on \"%s\", stopped: no other member can take it"
                                .formatted(here.name()));
            }
            case Fate.Moved(var target) -> move(instance, target, report);
        }
    }

    private void stop(StoredInstance instance, boolean forced, Report report)
            throws InterruptedException {
        if (!power.power(instance).isUp()) {
            return;
        }
        report.stopping(instance);
        if (forced) {
            hosting.kill(instance);
        } else {
            hosting.stop(instance);
        }
    }

    private void move(StoredInstance instance, Candidate target, Report report)
            throws InterruptedException {
        // an earlier evacuation may have stopped it, and broken off
        var shallBeUp = power.shallBeUp(instance);
        stop(instance, false, report);
        try {
            carry(instance, target.id(), report);
        } catch (RuntimeException | InterruptedException e) {
            resume(instance, shallBeUp, e);
            throw e;
        }
        if (!shallBeUp) {
            return;
        }
        report.starting(instance);
        try {
            peers.start(member(target.id()), instance.id());
        } catch (RuntimeException e) {
            report.failed(instance, "is on \"%s\" and does not run".formatted(target.name()), e);
        }
    }

    private void carry(StoredInstance instance, long target, Report report)
            throws InterruptedException {
        var member = member(target);
        report.movingTo(instance, member.name());
        var origin = instance.ownSetting(Instance.EVACUATE_ORIGIN);
        carrier.carry(
                hosting.here(instance.id()),
                member,
                MemberPhase.CREATED,
                origin.isEmpty() ? Map.of(Instance.EVACUATE_ORIGIN, here.name()) : Map.of(),
                Freight.silent(time));
    }

    private void resume(StoredInstance instance, boolean shallBeUp, Exception why) {
        try {
            hosting.resume(instance.id(), shallBeUp);
        } catch (ApiException | DatabaseException e) {
            why.addSuppressed(e);
        }
    }

    private Member member(long id) {
        return database.read(MembersReader::all).stream()
                .filter(member -> member.id() == id)
                .findFirst()
                .orElseThrow(() -> new ApiException(404, "Cluster member not found"));
    }
}
