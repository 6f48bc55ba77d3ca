package dev.pileus.domain.members.roles;

/// A member, as the assignment of roles sees it.
///
/// @param current the role it has now
/// @param online whether the leader hears it; only such members are promoted
/// @param inMaintenance evacuated or on the way there or back: promoted only if nobody else is left
public record Candidate(
        long id, String domain, DatabaseRole current, boolean online, boolean inMaintenance) {
    boolean votes() {
        return current == DatabaseRole.VOTER;
    }

    boolean hasCopy() {
        return current != DatabaseRole.SPARE;
    }

    Candidate as(DatabaseRole role) {
        return new Candidate(id, domain, role, online, inMaintenance);
    }
}
