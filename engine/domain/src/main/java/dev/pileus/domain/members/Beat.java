package dev.pileus.domain.members;

import dev.pileus.domain.members.roles.DatabaseRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What the leader tells every member in each round. Its size depends on the members that hold the
/// database or are silent, not on how many there are.
///
/// @param leader its id
/// @param database who holds the database and where to reach it: members without a copy ask them
/// @param silent members that did not answer, by id, and for how long; all others were heard
public record Beat(long leader, List<Holder> database, Map<Long, Duration> silent) {
    public Beat {
        database = List.copyOf(database);
        silent = Map.copyOf(silent);
    }

    /// A member that holds the database.
    public record Holder(long id, String name, String address, DatabaseRole role) {}
}
