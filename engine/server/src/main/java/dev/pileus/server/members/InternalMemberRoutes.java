package dev.pileus.server.members;

import dev.pileus.api.ApiException;
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
    private final CertificateRollout certificates;

    public InternalMemberRoutes(
            Neighbours neighbours,
            Liveness liveness,
            RolesService roles,
            Membership membership,
            CertificateRollout certificates) {
        this.certificates = certificates;
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
                .post("/internal/leave", Access.MEMBER, this::leave)
                .post("/internal/certificate/{step}", Access.MEMBER, this::certificate);
    }

    private Answer heartbeat(Request request) {
        var document = request.document(BeatDocument.class);
        if (!neighbours.shares(document.group())) {
            throw new ApiException(
                    409,
                    "This member's database is not that of %s any more: it has to follow"
                            .formatted(document.group()));
        }
        var beat = document.beat();
        liveness.told(beat.silent());
        neighbours.told(beat.database());
        // who cannot go on counts as gone: others have to take its place
        neighbours
                .door()
                .current()
                .failure()
                .ifPresent(failure -> {
                    throw failure;
                });
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

    private Answer certificate(Request request) {
        var step = request.document(CertificateRollout.Step.class);
        switch (request.parameter("step")) {
            case "accept" -> certificates.accept(step);
            case "present" -> certificates.present(step);
            case "settle" -> certificates.settle();
            default -> throw new ApiException(404, "not found");
        }
        return Answer.done();
    }
}
