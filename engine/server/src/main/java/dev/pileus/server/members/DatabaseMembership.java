package dev.pileus.server.members;

import dev.pileus.database.raft.RaftRole;
import dev.pileus.domain.members.DatabaseRoles;
import dev.pileus.domain.members.RaftMembership;
import dev.pileus.domain.members.roles.DatabaseRole;
import dev.pileus.domain.members.roles.RoleStep;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The members' view of who holds the database, brought together with the database's own.
final class DatabaseMembership implements RaftMembership {
    private final SwitchedDatabase database;

    DatabaseMembership(SwitchedDatabase database) {
        this.database = database;
    }

    @Override
    public DatabaseRoles roles() {
        var group = database.current();
        return new DatabaseRoles(
                group.leader(),
                group.roles().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> shown(entry.getValue()))));
    }

    @Override
    public void apply(RoleStep step) {
        var group = database.current();
        var wanted = new HashMap<>(group.roles());
        step.changes().forEach((member, role) -> wanted.put(member, kept(role)));
        wanted.values().removeIf(role -> role == RaftRole.SPARE);
        group.assign(wanted);
    }

    @Override
    public void transferLeadership(long member) {
        database.current().transferLeadership(member);
    }

    private static DatabaseRole shown(RaftRole role) {
        return switch (role) {
            case VOTER -> DatabaseRole.VOTER;
            case STANDBY -> DatabaseRole.STANDBY;
            case SPARE -> DatabaseRole.SPARE;
        };
    }

    private static RaftRole kept(DatabaseRole role) {
        return switch (role) {
            case VOTER -> RaftRole.VOTER;
            case STANDBY -> RaftRole.STANDBY;
            case SPARE -> RaftRole.SPARE;
        };
    }
}
