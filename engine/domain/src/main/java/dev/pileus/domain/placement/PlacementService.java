package dev.pileus.domain.placement;

import dev.pileus.api.ApiException;
import dev.pileus.api.ClusterMember;
import dev.pileus.database.Reader;
import dev.pileus.domain.groups.GroupMembership;
import dev.pileus.domain.members.Architecture;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MemberPhase;
import dev.pileus.domain.members.MembersReader;
import dev.pileus.domain.members.MembersService;
import dev.pileus.domain.placement.Candidate.Scheduling;
import dev.pileus.domain.projects.StoredProject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Chooses members for instances, inside of the decisions that put them there. Safe for use by many
/// threads.
public final class PlacementService {
    private final MembersService members;
    private final InstanceCounts counts;

    public PlacementService(MembersService members, InstanceCounts counts) {
        this.members = members;
        this.counts = counts;
    }

    /// Who is online: to be asked before a decision, which must not wait for anybody.
    public Set<Long> online() {
        return members.members().stream()
                .filter(members::isOnline)
                .map(Member::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Chooses.
    ///
    /// @param online what [#online] has said
    /// @throws ApiException when nobody can be chosen, saying why
    public Candidate choose(Reader reader, Set<Long> online, Need need) {
        return Placement.choose(candidates(reader, online), GroupMembership.names(reader), need);
    }

    /// The same where having no member to go to is no fault.
    public Optional<Candidate> best(Reader reader, Set<Long> online, Need need) {
        return Placement.best(candidates(reader, online), need);
    }

    /// The groups that a project may use; empty: all.
    public static Set<String> allowedGroups(StoredProject project) {
        if (!"true".equals(project.config().get("restricted"))) {
            return Set.of();
        }
        return Stream.of(
                        project.config()
                                .getOrDefault("restricted.cluster.groups", "")
                                .split(",", -1))
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// All members, in the order that decides between equals.
    ///
    /// @param online what [#online] has said
    public List<Candidate> candidates(Reader reader, Set<Long> online) {
        var instances = counts.byMember(reader);
        return MembersReader.all(reader).stream()
                .filter(member -> member.phase() != MemberPhase.PENDING)
                .map(member ->
                        new Candidate(
                                member.id(),
                                member.name(),
                                Set.copyOf(member.groups()),
                                scheduling(member),
                                architectures(member.architecture()),
                                !member.phase().inMaintenance(),
                                online.contains(member.id()),
                                instances.getOrDefault(member.id(), 0)))
                .toList();
    }

    private static Scheduling scheduling(Member member) {
        return switch (member.config().getOrDefault(ClusterMember.SCHEDULER, "all")) {
            case "manual" -> Scheduling.MANUAL;
            case "group" -> Scheduling.GROUP;
            default -> Scheduling.ALL;
        };
    }

    /// 64-bit processors run what was made for their elders.
    private static Set<String> architectures(Architecture architecture) {
        return switch (architecture) {
            case UNKNOWN -> Set.of();
            case X86_64 -> Set.of(architecture.word(), Architecture.I686.word());
            case AARCH64 -> Set.of(architecture.word(), Architecture.ARMV7L.word());
            default -> Set.of(architecture.word());
        };
    }
}
