package dev.pileus.domain.members.roles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Decides who votes (CONTRACT 9.3), seen from the leader.
///
/// - One member votes alone; with two, one votes and the other stands by; from three on the largest
///   odd number of voters up to the limit, then stand-bys up to theirs.
/// - Whoever has a role keeps it: a member that returns takes what is left. A voter gives way only
///   when it is offline and somebody can take over, when there are too many, or when a failure
///   domain has more than its share.
/// - A successor is sought in the lost voter's failure domain first, then where fewest voters are.
/// - The steps are applied in order. In each of them a majority of the voters before and after is
///   online; a swap is one step, so that neither the loss of the old voter nor a failure of the new
///   one costs the quorum.
public final class RoleAssignment {
    private final RoleLimits limits;
    private final OptionalLong leader;
    private final Map<Long, Candidate> members;
    private final List<RoleStep> steps = new ArrayList<>();

    private RoleAssignment(List<Candidate> members, RoleLimits limits, OptionalLong leader) {
        this.limits = limits;
        this.leader = leader;
        this.members = new TreeMap<>();
        members.forEach(member -> this.members.put(member.id(), member));
    }

    /// What has to change, in order; empty when all is well.
    ///
    /// @param members all of them, without those that are still joining
    /// @param leader who decides; it keeps its vote
    public static List<RoleStep> steps(
            List<Candidate> members, RoleLimits limits, OptionalLong leader) {
        var assignment = new RoleAssignment(members, limits, leader);
        assignment.replaceLostVoters();
        assignment.addVoters();
        assignment.dropVoters();
        assignment.spreadVoters();
        assignment.fillStandbys();
        return List.copyOf(assignment.steps);
    }

    /// What has to change before a member stops for a while. Without a successor it keeps its vote:
    /// two voters of three go on, and the same three can start again in any order. Only where it is
    /// one of two, the other one must be able to go on alone.
    public static List<RoleStep> beforeStop(
            List<Candidate> members, RoleLimits limits, long stopping) {
        var assignment = new RoleAssignment(members, limits, OptionalLong.empty());
        var votes = assignment.voters().anyMatch(voter -> voter.id() == stopping);
        assignment.release(stopping, votes && assignment.count(DatabaseRole.VOTER) % 2 == 0);
        return List.copyOf(assignment.steps);
    }

    /// What has to change before a member is removed for good: it must hold no role.
    public static List<RoleStep> beforeRemoval(
            List<Candidate> members, RoleLimits limits, long leaving) {
        var assignment = new RoleAssignment(members, limits, OptionalLong.empty());
        assignment.release(leaving, true);
        return List.copyOf(assignment.steps);
    }

    /// Who should lead next: a voter that stays. Where there is none, [#beforeTransfer] makes one.
    public static OptionalLong nextLeader(List<Candidate> members, long leaving) {
        return members.stream()
                .filter(member -> member.votes() && member.online() && member.id() != leaving)
                .min(
                        Comparator.comparing(Candidate::inMaintenance)
                                .thenComparingLong(Candidate::id))
                .map(member -> OptionalLong.of(member.id()))
                .orElse(OptionalLong.empty());
    }

    /// Makes a voter that can lead, where the leader is the only one.
    public static List<RoleStep> beforeTransfer(
            List<Candidate> members, RoleLimits limits, long leader) {
        var assignment = new RoleAssignment(members, limits, OptionalLong.of(leader));
        if (nextLeader(members, leader).isEmpty()) {
            assignment.apply(assignment.successor(Optional.empty()), DatabaseRole.VOTER);
        }
        return List.copyOf(assignment.steps);
    }

    private void release(long leaving, boolean evenWithoutSuccessor) {
        var member = Optional.ofNullable(members.get(leaving)).filter(Candidate::hasCopy);
        var votes = member.filter(Candidate::votes).isPresent();
        var next = available().filter(other -> other.id() != leaving).min(byRoom(member));
        if (votes && next.isPresent()) {
            swap(member.get(), next.get(), DatabaseRole.SPARE);
        } else if (member.isPresent() && evenWithoutSuccessor) {
            add(Map.of(leaving, DatabaseRole.SPARE));
        }
    }

    private void replaceLostVoters() {
        for (var lost : voters().filter(voter -> !voter.online()).toList()) {
            successor(Optional.of(lost)).ifPresent(next -> swap(lost, next, DatabaseRole.SPARE));
        }
    }

    private void addVoters() {
        while (true) {
            var missing = wantedVoters() - count(DatabaseRole.VOTER);
            if (missing <= 0 || !apply(successor(Optional.empty()), DatabaseRole.VOTER)) {
                return;
            }
        }
    }

    private void dropVoters() {
        while (count(DatabaseRole.VOTER) > wantedVoters()) {
            var leaving =
                    voters().filter(voter -> !isLeader(voter))
                            .max(
                                    Comparator.comparing((Candidate voter) -> !voter.online())
                                            .thenComparing(Candidate::inMaintenance)
                                            .thenComparingLong(voter -> votersIn(voter.domain()))
                                            .thenComparingLong(Candidate::id));
            var afterwards =
                    leaving.filter(Candidate::online).isPresent()
                            ? DatabaseRole.STANDBY
                            : DatabaseRole.SPARE;
            if (!apply(leaving, afterwards)) {
                return;
            }
        }
    }

    /// Moves votes out of crowded failure domains, one at a time, as long as that helps.
    private void spreadVoters() {
        while (true) {
            var crowded =
                    voters().filter(voter -> voter.online() && !isLeader(voter))
                            .max(
                                    Comparator.comparingLong(
                                                    (Candidate voter) -> votersIn(voter.domain()))
                                            .thenComparingLong(Candidate::id));
            var next =
                    available()
                            .filter(member -> !member.inMaintenance())
                            .min(byRoom(Optional.empty()));
            if (crowded.isEmpty()
                    || next.isEmpty()
                    || votersIn(next.get().domain()) + 1 >= votersIn(crowded.get().domain())
                    || !swap(crowded.get(), next.get(), DatabaseRole.STANDBY)) {
                return;
            }
        }
    }

    private void fillStandbys() {
        var wanted = Math.min(limits.standbys(), members.size() - count(DatabaseRole.VOTER));
        var changes = new TreeMap<Long, DatabaseRole>();
        var keeping =
                of(DatabaseRole.STANDBY)
                        .sorted(
                                Comparator.comparing((Candidate member) -> !member.online())
                                        .thenComparingLong(Candidate::id))
                        .toList();
        var fresh =
                of(DatabaseRole.SPARE)
                        .filter(Candidate::online)
                        .sorted(
                                Comparator.comparing(Candidate::inMaintenance)
                                        .thenComparingLong(member -> votersIn(member.domain()))
                                        .thenComparingLong(Candidate::id))
                        .toList();
        var online = (int) keeping.stream().filter(Candidate::online).count();
        var promoted = fresh.subList(0, Math.clamp(wanted - online, 0, fresh.size()));
        promoted.forEach(member -> changes.put(member.id(), DatabaseRole.STANDBY));
        var room = Math.max(0, wanted - promoted.size());
        keeping.stream().skip(room).forEach(member -> changes.put(member.id(), DatabaseRole.SPARE));
        if (!changes.isEmpty()) {
            add(changes);
        }
    }

    /// An odd number that the members who can vote allow; offline voters without a successor count.
    private int wantedVoters() {
        var possible = count(DatabaseRole.VOTER) + (int) available().count();
        return Math.min(limits.voters(members.size()), (Math.max(possible, 1) - 1) / 2 * 2 + 1);
    }

    private Optional<Candidate> successor(Optional<Candidate> lost) {
        return available().min(byRoom(lost));
    }

    private Comparator<Candidate> byRoom(Optional<Candidate> lost) {
        return Comparator.comparing(Candidate::inMaintenance)
                .thenComparing(
                        member -> lost.isEmpty() || !lost.get().domain().equals(member.domain()))
                .thenComparingLong(member -> votersIn(member.domain()))
                // a stand-by has the data already
                .thenComparing(Candidate::current)
                .thenComparingLong(Candidate::id);
    }

    private boolean swap(Candidate leaving, Candidate next, DatabaseRole afterwards) {
        return add(Map.of(leaving.id(), afterwards, next.id(), DatabaseRole.VOTER));
    }

    private boolean apply(Optional<Candidate> member, DatabaseRole role) {
        return member.isPresent() && add(Map.of(member.get().id(), role));
    }

    /// Takes the step if a majority of the voters it leaves is online.
    private boolean add(Map<Long, DatabaseRole> changes) {
        var before = new HashMap<>(members);
        changes.forEach(
                (id, role) -> members.computeIfPresent(id, (key, member) -> member.as(role)));
        var online = voters().filter(Candidate::online).count();
        if (online * 2 <= count(DatabaseRole.VOTER)) {
            members.putAll(before);
            return false;
        }
        steps.add(new RoleStep(changes));
        return true;
    }

    private Stream<Candidate> voters() {
        return of(DatabaseRole.VOTER);
    }

    private Stream<Candidate> available() {
        return members.values().stream().filter(member -> !member.votes() && member.online());
    }

    private Stream<Candidate> of(DatabaseRole role) {
        return members.values().stream().filter(member -> member.current() == role);
    }

    private int count(DatabaseRole role) {
        return (int) of(role).count();
    }

    private long votersIn(String domain) {
        return voters().filter(voter -> voter.domain().equals(domain)).count();
    }

    private boolean isLeader(Candidate member) {
        return leader.isPresent() && leader.getAsLong() == member.id();
    }
}
