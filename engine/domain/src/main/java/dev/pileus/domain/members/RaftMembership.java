package dev.pileus.domain.members;

import dev.pileus.domain.members.roles.RoleStep;

/// Changes who holds the database. Every call waits until the change holds, and works on the leader
/// only.
public interface RaftMembership {
    /// What is known now.
    DatabaseRoles roles();

    /// Takes one step; members that come by it are reached under the addresses of their rows.
    void apply(RoleStep step);

    /// Lets another voter lead.
    void transferLeadership(long member);
}
