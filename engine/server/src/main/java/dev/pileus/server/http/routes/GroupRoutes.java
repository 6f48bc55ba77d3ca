package dev.pileus.server.http.routes;

import dev.pileus.api.ClusterGroup;
import dev.pileus.api.GroupChange;
import dev.pileus.domain.Urls;
import dev.pileus.domain.groups.GroupsService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.util.function.UnaryOperator;

/// `/1.0/cluster/groups`.
public final class GroupRoutes implements Routes {
    private static final String GROUPS = "/1.0/cluster/groups";
    private static final String GROUP = GROUPS + "/{name}";

    private final GroupsService groups;

    public GroupRoutes(GroupsService groups) {
        this.groups = groups;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(GROUPS, Access.TRUSTED, this::list)
                .post(GROUPS, Access.TRUSTED, this::create)
                .get(GROUP, Access.TRUSTED, this::show)
                .put(GROUP, Access.TRUSTED, this::replace)
                .patch(GROUP, Access.TRUSTED, this::patch)
                .post(GROUP, Access.TRUSTED, this::rename)
                .delete(GROUP, Access.TRUSTED, this::delete);
    }

    private Answer list(Request request) {
        var all = groups.list();
        return request.wantsObjects()
                ? Answer.of(all)
                : Answer.of(all.stream().map(group -> url(group.name())).toList());
    }

    private Answer create(Request request) {
        var wanted = request.document(ClusterGroup.class);
        groups.create(wanted);
        return Answer.created(url(wanted.name()));
    }

    private Answer show(Request request) {
        var group = groups.get(request.parameter("name"));
        return Answer.editable(group, group.writable());
    }

    private Answer replace(Request request) {
        var wanted = request.document(GroupChange.class);
        return update(request, wanted::replace);
    }

    private Answer patch(Request request) {
        var wanted = request.document(GroupChange.class);
        return update(request, wanted::patch);
    }

    private Answer update(Request request, UnaryOperator<ClusterGroup> change) {
        groups.update(
                request.parameter("name"),
                found -> {
                    request.requireVersion(found.writable());
                    return change.apply(found);
                });
        return Answer.done();
    }

    private Answer rename(Request request) {
        var name = request.document(NewName.class).text();
        groups.rename(request.parameter("name"), name);
        return Answer.created(url(name));
    }

    private Answer delete(Request request) {
        groups.delete(request.parameter("name"));
        return Answer.done();
    }

    private static String url(String name) {
        return Urls.of("cluster", "groups", name);
    }
}
