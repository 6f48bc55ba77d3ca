package dev.pileus.server.members;

import dev.pileus.api.ApiException;
import dev.pileus.domain.members.JoinRequest;
import dev.pileus.domain.members.JoinService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import dev.pileus.server.members.BeatDocument.HolderDocument;
import dev.pileus.trust.Fingerprint;
import dev.pileus.trust.IdentityPem;

/// `/internal/join`: the cluster's side of joins. Whoever asks has become trusted as a member
/// before, by token or password.
public final class Admissions implements Routes {
    private static final String JOIN = "/internal/join";

    private final Neighbours neighbours;
    private final JoinService joins;

    public Admissions(Neighbours neighbours, JoinService joins) {
        this.neighbours = neighbours;
        this.joins = joins;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.post(JOIN, Access.MEMBER, this::reserve)
                .delete(JOIN + "/{name}", Access.MEMBER, this::undo);
    }

    private Answer reserve(Request request) {
        var wanted = request.document(JoinRequest.class);
        var place = joins.reserve(wanted, fingerprint(request));
        var presented = IdentityPem.of(neighbours.presented());
        return Answer.of(
                new JoinDocument(
                        place.id(),
                        neighbours.door().current().group(),
                        neighbours.book().holders().stream().map(HolderDocument::of).toList(),
                        presented.certificate(),
                        presented.key()));
    }

    private Answer undo(Request request) {
        joins.undo(request.parameter("name"), fingerprint(request));
        return Answer.done();
    }

    private static String fingerprint(Request request) {
        return request.certificate()
                .map(certificate -> Fingerprint.of(certificate).hex())
                .orElseThrow(() -> new ApiException(403, "not authorized"));
    }
}
