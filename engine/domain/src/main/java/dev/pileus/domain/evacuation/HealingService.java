package dev.pileus.domain.evacuation;

import dev.pileus.database.Database;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.Urls;
import dev.pileus.domain.config.Settings;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.instances.Instances;
import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.domain.members.Liveness;
import dev.pileus.domain.members.MaintenanceService;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MemberPhase;
import dev.pileus.domain.members.MembersReader;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.domain.operations.Task;
import dev.pileus.domain.warnings.Subject;
import dev.pileus.domain.warnings.WarningType;
import dev.pileus.domain.warnings.WarningsService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts members into maintenance that have been silent for longer than `cluster.healing_threshold`
/// (CONTRACT 11.4). Only instances on storage that members share could go on elsewhere; this server
/// has no such storage, so all of them stay, files and rows, and come back with their member.
public final class HealingService {
    private static final Logger LOG = LoggerFactory.getLogger(HealingService.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Database database;
    private final ThisMember here;
    private final MaintenanceService maintenance;
    private final Liveness liveness;
    private final Settings settings;
    private final OperationsService operations;
    private final WarningsService warnings;
    private final EvacuationPeers peers;
    private final EventHub events;
    private final InstantSource time;
    private Instant looked;

    public HealingService(
            Database database,
            ThisMember here,
            MaintenanceService maintenance,
            Liveness liveness,
            Settings settings,
            OperationsService operations,
            WarningsService warnings,
            EvacuationPeers peers,
            EventHub events,
            InstantSource time) {
        this.database = database;
        this.here = here;
        this.maintenance = maintenance;
        this.liveness = liveness;
        this.settings = settings;
        this.operations = operations;
        this.warnings = warnings;
        this.peers = peers;
        this.events = events;
        this.time = time;
        this.looked = time.instant();
    }

    /// Looks for members to be healed, once a minute. For the leader, in each of its rounds; by one
    /// thread.
    public void look() {
        var threshold = threshold();
        var now = time.instant();
        if (threshold.isZero() || now.isBefore(looked.plus(PAUSE))) {
            return;
        }
        looked = now;
        database.read(MembersReader::all).stream()
                .filter(member -> member.phase() == MemberPhase.CREATED)
                .filter(member -> member.id() != here.id())
                .filter(member -> !liveness.isOnline(member.id(), threshold))
                .forEach(this::heal);
    }

    /// Never before the member counts as offline; zero: never at all.
    private Duration threshold() {
        var seconds = settings.number("cluster.healing_threshold");
        return seconds <= 0
                ? Duration.ZERO
                : Duration.ofSeconds(
                        Math.max(seconds, settings.number("cluster.offline_threshold")));
    }

    private void heal(Member member) {
        if (peers.answers(member)) {
            LOG.warn("{} gives no heartbeats but answers: it is not healed", member.name());
            return;
        }
        var started = operations.start(Task.of("Healing cluster", progress -> putAside(member)));
        LOG.info("Heals {}: operation {}", member.name(), started.id());
    }

    private void putAside(Member member) {
        maintenance.evacuated(member.name());
        var stranded =
                database.readLatest(reader -> Instances.on(reader, member.id())).stream()
                        .map(StoredInstance::name)
                        .collect(Collectors.joining(", "));
        var url = Urls.of("cluster", "members", member.name());
        if (!stranded.isEmpty()) {
            warnings.raise(
                    Subject.of(WarningType.INSTANCES_STRANDED, here.id(), url),
                    "Only \"%s\" has the storage of these instances, which come back with it: %s"
                            .formatted(member.name(), stranded));
        }
        events.tell(Happening.of("cluster-member-healed", url));
    }
}
