package dev.pileus.database.raft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The way from one membership to another: voters come and go one at a time, so that any two
/// majorities overlap (and Ratis refuses anything else).
final class RoleSteps {
    private RoleSteps() {}

    /// Every membership on the way, in order, without the one there is.
    static List<Map<Long, RaftRole>> between(
            Map<Long, RaftRole> current, Map<Long, RaftRole> wanted) {
        var steps = new ArrayList<Map<Long, RaftRole>>();
        var state = new HashMap<>(current);
        for (var member : new TreeSet<>(wanted.keySet())) {
            if (wanted.get(member) == RaftRole.VOTER && state.get(member) != RaftRole.VOTER) {
                state.put(member, RaftRole.VOTER);
                steps.add(Map.copyOf(state));
            }
        }
        for (var member : new TreeSet<>(current.keySet())) {
            if (state.get(member) == RaftRole.VOTER && wanted.get(member) != RaftRole.VOTER) {
                replace(state, member, wanted.get(member));
                steps.add(Map.copyOf(state));
            }
        }
        if (!state.equals(wanted)) {
            steps.add(Map.copyOf(wanted));
        }
        return steps;
    }

    private static void replace(Map<Long, RaftRole> state, long member, @Nullable RaftRole role) {
        if (role == null) {
            state.remove(member);
        } else {
            state.put(member, role);
        }
    }
}
