package dev.pileus.domain.members;

import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.domain.members.roles.DatabaseRole;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The leader's rounds: asks every member whether it is there, and tells everybody who is not.
///
/// Nothing is written as long as nothing changes. When a member falls silent for longer than the
/// threshold, the moment when it was last heard is written once, and when it comes back, that
/// moment: `nodes.heartbeat` holds the newest turn of events, and a log entry a second for each
/// hundred members is saved. Everything newer travels with the heartbeats ([Liveness]) and survives
/// a change of leader, because every member has it. Not for use by several threads.
public final class Heartbeats {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(10);

    private final Database database;
    private final Supplier<DatabaseRoles> databaseRoles;
    private final Liveness liveness;
    private final ClusterSettings settings;
    private final BeatSender sender;
    private final OfflineWarnings warnings;
    private final InstantSource time;
    private final Map<Long, Instant> heard = new HashMap<>();
    private List<Long> missing = List.of();
    private Optional<Set<Long>> offline = Optional.empty();

    public Heartbeats(
            Database database,
            Supplier<DatabaseRoles> databaseRoles,
            Liveness liveness,
            ClusterSettings settings,
            BeatSender sender,
            OfflineWarnings warnings,
            InstantSource time) {
        this.database = database;
        this.databaseRoles = databaseRoles;
        this.liveness = liveness;
        this.settings = settings;
        this.sender = sender;
        this.warnings = warnings;
        this.time = time;
    }

    /// Time between two rounds: three fit into the threshold, so that one lost heartbeat turns
    /// nobody offline.
    public Duration interval() {
        var third = settings.offlineThreshold().dividedBy(3);
        return third.compareTo(LONGEST_INTERVAL) < 0 ? third : LONGEST_INTERVAL;
    }

    /// Forgets what was heard: somebody else leads. The next round begins with what that leader has
    /// told.
    public void standDown() {
        heard.clear();
        missing = List.of();
        offline = Optional.empty();
    }

    /// One round.
    ///
    /// @param own the leader's id
    public void round(long own) {
        var members = database.read(MembersRepository::accepted);
        var others = members.stream().filter(member -> member.id() != own).toList();
        remember(others);
        var answered = sender.send(others, beat(own, members));
        var now = time.instant();
        answered.forEach(member -> heard.computeIfPresent(member, (id, before) -> now));
        missing = others.stream().map(Member::id).filter(id -> !answered.contains(id)).toList();
        liveness.told(silences(now));
        note(others, now);
    }

    /// Members that left are forgotten; those that are new to this leader were heard when the last
    /// one said so, or when they joined.
    private void remember(List<Member> others) {
        var ids = others.stream().map(Member::id).toList();
        heard.keySet().retainAll(ids);
        if (heard.isEmpty()) {
            missing = liveness.silent().stream().toList();
        }
        missing = missing.stream().filter(ids::contains).toList();
        for (var member : others) {
            var told = liveness.lastHeard(member.id());
            var joined = member.heartbeat();
            heard.putIfAbsent(member.id(), told.isBefore(joined) ? joined : told);
        }
    }

    private Beat beat(long own, List<Member> members) {
        var roles = databaseRoles.get();
        var holders =
                members.stream()
                        .filter(member -> roles.of(member.id()) != DatabaseRole.SPARE)
                        .map(member ->
                                new Beat.Holder(
                                        member.id(),
                                        member.name(),
                                        member.address(),
                                        roles.of(member.id())))
                        .toList();
        return new Beat(own, holders, silences(time.instant()));
    }

    private Map<Long, Duration> silences(Instant now) {
        return missing.stream().collect(Collectors.toMap(id -> id, id -> silence(id, now)));
    }

    private Duration silence(long member, Instant now) {
        return Duration.between(heard.getOrDefault(member, now), now);
    }

    /// Writes and tells what has turned.
    private void note(List<Member> others, Instant now) {
        var threshold = settings.offlineThreshold();
        var gone =
                others.stream()
                        .filter(member -> silence(member.id(), now).compareTo(threshold) > 0)
                        .toList();
        var ids = gone.stream().map(Member::id).collect(Collectors.toSet());
        if (offline.filter(ids::equals).isPresent()) {
            return;
        }
        var before = offline.orElse(ids);
        var batch = Batch.builder();
        others.stream()
                .filter(member -> before.contains(member.id()) != ids.contains(member.id()))
                .forEach(member -> batch.add(turn(member, ids.contains(member.id()), now)));
        if (!batch.build().isEmpty()) {
            database.write(batch.build());
        }
        warnings.offline(
                gone.stream().collect(Collectors.toMap(member -> member, this::lastHeard)));
        offline = Optional.of(ids);
    }

    private Batch turn(Member member, boolean gone, Instant now) {
        LOG.info("Member {} is {}", member.name(), gone ? "offline" : "online again");
        return MembersRepository.heard(member.id(), heard.getOrDefault(member.id(), now));
    }

    private Instant lastHeard(Member member) {
        return heard.getOrDefault(member.id(), member.heartbeat());
    }
}
