package dev.pileus.domain.members;

import dev.pileus.database.Database;
import dev.pileus.domain.members.roles.Candidate;
import dev.pileus.domain.members.roles.DatabaseRole;
import dev.pileus.domain.members.roles.RoleAssignment;
import dev.pileus.domain.members.roles.RoleStep;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives and takes the roles of the database; only the leader asks it. One change at a time.
public final class RolesService {
    private static final Logger LOG = LoggerFactory.getLogger(RolesService.class);

    /// Longer than a daemon needs to end.
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Database database;
    private final RaftMembership raft;
    private final Liveness liveness;
    private final ClusterSettings settings;
    private final ReentrantLock changing = new ReentrantLock();
    private final InstantSource time;
    private final Set<Long> leaving = ConcurrentHashMap.newKeySet();
    private final Map<Long, Instant> stopping = new ConcurrentHashMap<>();

    public RolesService(
            Database database,
            RaftMembership raft,
            Liveness liveness,
            ClusterSettings settings,
            InstantSource time) {
        this.database = database;
        this.raft = raft;
        this.liveness = liveness;
        this.settings = settings;
        this.time = time;
    }

    /// Brings the roles in line with who is there.
    public void rebalance() {
        changing.lock();
        try {
            dismissStrangers();
            apply(candidates ->
                    RoleAssignment.steps(
                            staying(candidates), settings.roleLimits(), raft.roles().leader()));
        } finally {
            changing.unlock();
        }
    }

    private List<Candidate> staying(List<Candidate> candidates) {
        return candidates.stream().filter(member -> !leaving.contains(member.id())).toList();
    }

    /// Takes over what a member leaves that is about to stop.
    public void beforeStop(long member) {
        stopping.put(member, time.instant());
        apply(candidates -> RoleAssignment.beforeStop(candidates, settings.roleLimits(), member));
    }

    /// Takes every role from a member, and gives it none while something is done: its removal.
    public void without(long member, Runnable removal) {
        leaving.add(member);
        try {
            apply(candidates ->
                    RoleAssignment.beforeRemoval(candidates, settings.roleLimits(), member));
            removal.run();
        } finally {
            leaving.remove(member);
        }
    }

    /// Takes every role from somebody who is lost, without a successor: those are found by
    /// [#rebalance].
    ///
    /// @return whether there was one
    public boolean dismiss(long member) {
        changing.lock();
        try {
            if (raft.roles().of(member) == DatabaseRole.SPARE) {
                return false;
            }
            LOG.warn("Member {} loses its part in the database, as an administrator asks", member);
            raft.apply(new RoleStep(Map.of(member, DatabaseRole.SPARE)));
            return true;
        } finally {
            changing.unlock();
        }
    }

    /// Hands the lead to another voter, made one if need be.
    ///
    /// @return who leads now; empty when nobody else can
    public OptionalLong handLeadOver(long leader) {
        changing.lock();
        try {
            apply(candidates ->
                    RoleAssignment.beforeTransfer(candidates, settings.roleLimits(), leader));
            var next = RoleAssignment.nextLeader(candidates(), leader);
            next.ifPresent(raft::transferLeadership);
            return next;
        } finally {
            changing.unlock();
        }
    }

    private void apply(Function<List<Candidate>, List<RoleStep>> plan) {
        changing.lock();
        try {
            for (var step : plan.apply(candidates())) {
                LOG.info("Changing the roles of the database: {}", step.changes());
                raft.apply(step);
            }
        } finally {
            changing.unlock();
        }
    }

    /// Whoever holds the database and is no member any more: a removal was cut short.
    private void dismissStrangers() {
        var members = database.read(MembersRepository::accepted).stream().map(Member::id).toList();
        for (var holder : raft.roles().roles().keySet()) {
            if (!members.contains(holder)) {
                LOG.warn("Member {} holds the database and is in no list: dismissing it", holder);
                raft.apply(new RoleStep(Map.of(holder, DatabaseRole.SPARE)));
            }
        }
    }

    private List<Candidate> candidates() {
        var roles = raft.roles();
        var threshold = settings.offlineThreshold();
        return database.read(MembersRepository::accepted).stream()
                .map(member ->
                        new Candidate(
                                member.id(),
                                member.failureDomain(),
                                roles.of(member.id()),
                                roles.isLeader(member.id())
                                        || (isStaying(member.id())
                                                && liveness.isOnline(member.id(), threshold)),
                                member.phase().inMaintenance()))
                .toList();
    }

    /// A member that has said it stops is still heard for a while.
    private boolean isStaying(long member) {
        var said = stopping.get(member);
        return said == null || said.plus(STOP).isBefore(time.instant());
    }
}
