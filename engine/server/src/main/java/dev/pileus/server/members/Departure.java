package dev.pileus.server.members;

import dev.pileus.domain.members.RolesService;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An orderly stop: others take over what this member has in the database, so that nobody has to
/// notice its absence first.
final class Departure {
    private static final Logger LOG = LoggerFactory.getLogger(Departure.class);

    private final Neighbours neighbours;
    private final RolesService roles;

    Departure(Neighbours neighbours, RolesService roles) {
        this.neighbours = neighbours;
        this.roles = roles;
    }

    /// Never fails: a member that cannot hand over stops all the same.
    void run() {
        if (!neighbours.here().isClustered()) {
            return;
        }
        var own = neighbours.here().id();
        try {
            var known = neighbours.roles();
            var next = known.isLeader(own) ? roles.handLeadOver(own) : known.leader();
            if (next.isEmpty()) {
                return;
            }
            var address = neighbours.book().address(next.getAsLong());
            address.ifPresent(leader ->
                    neighbours
                            .clients()
                            .at(leader)
                            .internal()
                            .tell(Map.of(), "stopping", Long.toString(own)));
        } catch (RuntimeException e) {
            LOG.warn("Nobody takes over from this member: {}", e.getMessage());
        }
    }
}
