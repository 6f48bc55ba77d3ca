package dev.pileus.domain.placement;

import java.util.Set;

/// What an instance needs of a member.
///
/// @param architecture empty: any
/// @param allowedGroups that its project is restricted to; empty: all
/// @param excluded members that it must not go to, by id
public record Need(Wish wish, String architecture, Set<String> allowedGroups, Set<Long> excluded) {
    public Need {
        allowedGroups = Set.copyOf(allowedGroups);
        excluded = Set.copyOf(excluded);
    }

    public static Need of(Wish wish, String architecture) {
        return new Need(wish, architecture, Set.of(), Set.of());
    }

    /// The same, but not there.
    public Need except(long member) {
        return new Need(wish, architecture, allowedGroups, Set.of(member));
    }

    boolean allows(Candidate candidate) {
        return !excluded.contains(candidate.id())
                && candidate.runs(architecture)
                && (allowedGroups.isEmpty()
                        || candidate.groups().stream().anyMatch(allowedGroups::contains));
    }
}
