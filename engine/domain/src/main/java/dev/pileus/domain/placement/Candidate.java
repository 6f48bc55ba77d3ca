package dev.pileus.domain.placement;

import java.util.Set;

/// A member as placement sees it.
///
/// @param groups by name
/// @param architectures that it can run; empty: it has not told yet
/// @param available neither in maintenance nor joining
/// @param online heard of lately
/// @param instances how many live there, those being made included
public record Candidate(
        long id,
        String name,
        Set<String> groups,
        Scheduling scheduling,
        Set<String> architectures,
        boolean available,
        boolean online,
        int instances) {
    public Candidate {
        groups = Set.copyOf(groups);
        architectures = Set.copyOf(architectures);
    }

    /// `scheduler.instance` of a member.
    public enum Scheduling {
        ALL,
        /// Only for who asks for one of its groups.
        GROUP,
        /// Only for who asks for the member itself.
        MANUAL
    }

    /// The same with another instance on it.
    public Candidate withOneMore() {
        return new Candidate(
                id, name, groups, scheduling, architectures, available, online, instances + 1);
    }

    boolean runs(String architecture) {
        return architecture.isEmpty()
                || architectures.isEmpty()
                || architectures.contains(architecture);
    }
}
