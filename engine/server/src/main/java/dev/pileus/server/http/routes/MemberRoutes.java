package dev.pileus.server.http.routes;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.MemberPatch;
import dev.pileus.api.MemberUpdate;
import dev.pileus.domain.Urls;
import dev.pileus.domain.members.MembersService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// `/1.0/cluster/members`: looks at members and edits them.
public final class MemberRoutes implements Routes {
    private static final String MEMBERS = "/1.0/cluster/members";
    private static final String MEMBER = MEMBERS + "/{name}";

    private final MembersService members;

    public MemberRoutes(MembersService members) {
        this.members = members;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(MEMBERS, Access.TRUSTED, this::list)
                .get(MEMBER, Access.TRUSTED, this::show)
                .put(MEMBER, Access.TRUSTED, this::replace)
                .patch(MEMBER, Access.TRUSTED, this::patch)
                .post(MEMBER, Access.TRUSTED, this::rename);
    }

    private Answer list(Request request) {
        var all = members.list();
        return request.wantsObjects()
                ? Answer.of(all)
                : Answer.of(all.stream().map(MemberRoutes::url).toList());
    }

    private Answer show(Request request) {
        var member = members.get(request.parameter("name"));
        return Answer.editable(member, member.writable());
    }

    private Answer replace(Request request) {
        var wanted = request.document(MemberUpdate.class);
        return update(request, found -> wanted);
    }

    private Answer patch(Request request) {
        var patch = request.document(MemberPatch.class);
        return update(request, patch::over);
    }

    private Answer update(Request request, UnaryOperator<MemberUpdate> change) {
        members.update(
                request.parameter("name"),
                found -> {
                    request.requireVersion(found.writable());
                    return change.apply(found.writable());
                });
        return Answer.done();
    }

    private Answer rename(Request request) {
        members.rename(request.parameter("name"), request.document(NewName.class).text());
        return Answer.done();
    }

    private static String url(ClusterMember member) {
        return Urls.of("cluster", "members", member.serverName());
    }

    /// What a member is renamed to.
    record NewName(@Nullable String serverName) {
        String text() {
            return serverName == null ? "" : serverName;
        }
    }
}
