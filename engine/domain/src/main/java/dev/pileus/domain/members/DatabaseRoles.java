package dev.pileus.domain.members;

import dev.pileus.domain.members.roles.DatabaseRole;
import java.util.Map;
import java.util.OptionalLong;

/// Who holds which part of the database, as this member knows it; not stored with the members.
///
/// @param leader empty while nobody leads, or nobody told this member
/// @param roles by member id; whoever is missing is a spare
public record DatabaseRoles(OptionalLong leader, Map<Long, DatabaseRole> roles) {
    public static final DatabaseRoles UNKNOWN = new DatabaseRoles(OptionalLong.empty(), Map.of());

    public DatabaseRoles {
        roles = Map.copyOf(roles);
    }

    public DatabaseRole of(long member) {
        return roles.getOrDefault(member, DatabaseRole.SPARE);
    }

    public boolean isLeader(long member) {
        return leader.isPresent() && leader.getAsLong() == member;
    }
}
