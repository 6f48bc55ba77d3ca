package dev.pileus.domain.placement;

import dev.pileus.api.ApiException;
import dev.pileus.domain.placement.Candidate.Scheduling;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rule by which members are chosen: whoever is asked for by name, else the member with the
/// fewest instances of those that may be chosen. Knows nothing but what it is given.
public final class Placement {
    private Placement() {}

    /// Chooses.
    ///
    /// @param candidates in the order that decides between equals
    /// @param groups that exist
    /// @throws ApiException when nobody can be chosen, saying why
    public static Candidate choose(List<Candidate> candidates, Set<String> groups, Need need) {
        if (need.wish() instanceof Wish.OnMember(var name)) {
            return named(candidates, name, need);
        }
        if (need.wish() instanceof Wish.InGroup(var group) && !groups.contains(group)) {
            throw new ApiException(400, "Cluster group \"%s\" doesn't exist".formatted(group));
        }
        return best(candidates, need)
                .orElseThrow(() ->
                        new ApiException(500, "Couldn't find a cluster member for the instance"));
    }

    /// The same where having no member to go to is no fault; a group that is gone has no members.
    public static Optional<Candidate> best(List<Candidate> candidates, Need need) {
        return candidates.stream()
                .filter(candidate -> candidate.available() && candidate.online())
                .filter(need::allows)
                .filter(candidate -> isOpen(candidate, need.wish()))
                .min(Comparator.comparingInt(Candidate::instances));
    }

    private static Candidate named(List<Candidate> candidates, String name, Need need) {
        var member =
                candidates.stream()
                        .filter(candidate -> candidate.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new ApiException(
                                        404, "Cluster member \"%s\" not found".formatted(name)));
        if (!member.available()) {
            throw new ApiException(403, "Cluster member is evacuated");
        }
        if (!member.online()) {
            throw new ApiException(400, "Target cluster member is offline");
        }
        if (!member.runs(need.architecture())) {
            throw new ApiException(
                    400,
                    "Cluster member \"%s\" does not run instances for %s"
                            .formatted(name, need.architecture()));
        }
        if (!need.allows(member)) {
            throw new ApiException(
                    403, "Cluster member \"%s\" may not be used here".formatted(name));
        }
        return member;
    }

    private static boolean isOpen(Candidate candidate, Wish wish) {
        return switch (wish) {
            case Wish.Anywhere anywhere -> candidate.scheduling() == Scheduling.ALL;
            case Wish.InGroup(var group) ->
                    candidate.groups().contains(group)
                            && candidate.scheduling() != Scheduling.MANUAL;
            case Wish.OnMember(var name) -> candidate.name().equals(name);
        };
    }
}
