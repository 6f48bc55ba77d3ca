package dev.pileus.domain.members.roles;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// One change of the database's membership: at most one voter comes and at most one goes.
///
/// @param changes new roles by member id; everybody else keeps theirs
public record RoleStep(Map<Long, DatabaseRole> changes) {
    public RoleStep {
        changes = Collections.unmodifiableMap(new TreeMap<>(changes));
    }
}
