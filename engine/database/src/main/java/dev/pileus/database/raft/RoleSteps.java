package dev.pileus.database.raft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The way from one membership to another: voters come and go one at a time, so that any two
/// majorities overlap (and Ratis refuses anything else). Nobody is a voter in one membership and a
/// stand-by in the next: it leaves in between. A leader that is elected while both memberships
/// count would make two connections to it, at which Ratis 3.3.0 gives up, for good.
final class RoleSteps {
    private RoleSteps() {}

    /// Every membership on the way, in order, without the one there is.
    static List<Map<Long, RaftRole>> between(
            Map<Long, RaftRole> current, Map<Long, RaftRole> wanted) {
        var steps = new ArrayList<Map<Long, RaftRole>>();
        var state = new HashMap<>(current);
        for (var member : new TreeSet<>(wanted.keySet())) {
            if (wanted.get(member) == RaftRole.VOTER && state.get(member) != RaftRole.VOTER) {
                if (state.remove(member) != null) {
                    steps.add(Map.copyOf(state));
                }
                state.put(member, RaftRole.VOTER);
                steps.add(Map.copyOf(state));
            }
        }
        for (var member : new TreeSet<>(current.keySet())) {
            if (state.get(member) == RaftRole.VOTER && wanted.get(member) != RaftRole.VOTER) {
                state.remove(member);
                steps.add(Map.copyOf(state));
            }
        }
        if (!state.equals(wanted)) {
            steps.add(Map.copyOf(wanted));
        }
        return steps;
    }
}
