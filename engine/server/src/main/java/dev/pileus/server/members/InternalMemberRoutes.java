package dev.pileus.server.members;

import dev.pileus.domain.members.Liveness;
import dev.pileus.domain.members.RolesService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;

/// `/internal/…`: what members tell each other.
public final class InternalMemberRoutes implements Routes {
    private final Neighbours neighbours;
    private final Liveness liveness;
    private final RolesService roles;
    private final Membership membership;

    public InternalMemberRoutes(
            Neighbours neighbours, Liveness liveness, RolesService roles, Membership membership) {
        this.neighbours = neighbours;
        this.liveness = liveness;
        this.roles = roles;
        this.membership = membership;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        new TunnelRoutes(neighbours.door()::current).addTo(table);
        table.post("/internal/" + HttpBeats.PATH, Access.MEMBER, this::heartbeat)
                .post("/internal/stopping/{id}", Access.MEMBER, this::stopping)
                .post("/internal/leave", Access.MEMBER, this::leave);
    }

    private Answer heartbeat(Request request) {
        var beat = request.document(BeatDocument.class).beat();
        liveness.told(beat.silent());
        neighbours.told(beat.database());
        return Answer.done();
    }

    /// A member is about to stop; this one leads.
    private Answer stopping(Request request) {
        roles.beforeStop(Long.parseLong(request.parameter("id")));
        return Answer.done();
    }

    /// This member has been removed.
    private Answer leave(Request request) {
        membership.leave();
        return Answer.done();
    }
}
