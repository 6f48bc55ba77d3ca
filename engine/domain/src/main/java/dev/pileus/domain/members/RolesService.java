package dev.pileus.domain.members;

import dev.pileus.database.Database;
import dev.pileus.domain.members.roles.Candidate;
import dev.pileus.domain.members.roles.RoleAssignment;
import dev.pileus.domain.members.roles.RoleStep;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives and takes the roles of the database; only the leader asks it. One change at a time.
public final class RolesService {
    private static final Logger LOG = LoggerFactory.getLogger(RolesService.class);

    private final Database database;
    private final RaftMembership raft;
    private final Liveness liveness;
    private final ClusterSettings settings;
    private final ReentrantLock changing = new ReentrantLock();

    public RolesService(
            Database database, RaftMembership raft, Liveness liveness, ClusterSettings settings) {
        this.database = database;
        this.raft = raft;
        this.liveness = liveness;
        this.settings = settings;
    }

    /// Brings the roles in line with who is there.
    public void rebalance() {
        apply(candidates ->
                RoleAssignment.steps(candidates, settings.roleLimits(), raft.roles().leader()));
    }

    /// Takes over what a member leaves that is about to stop.
    public void beforeStop(long member) {
        apply(candidates -> RoleAssignment.beforeStop(candidates, settings.roleLimits(), member));
    }

    /// Takes every role from a member that is about to be removed.
    public void beforeRemoval(long member) {
        apply(candidates ->
                RoleAssignment.beforeRemoval(candidates, settings.roleLimits(), member));
    }

    /// Hands the lead to another voter, made one if need be.
    ///
    /// @return who leads now; empty when nobody else can
    public OptionalLong handLeadOver(long leader) {
        apply(candidates ->
                RoleAssignment.beforeTransfer(candidates, settings.roleLimits(), leader));
        var next = RoleAssignment.nextLeader(candidates(), leader);
        next.ifPresent(raft::transferLeadership);
        return next;
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
                                        || liveness.isOnline(member.id(), threshold),
                                member.phase().inMaintenance()))
                .toList();
    }
}
