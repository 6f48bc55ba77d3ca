package dev.pileus.server.members;

import dev.pileus.api.ApiException;
import dev.pileus.client.ClientException;
import dev.pileus.domain.Urls;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.RemovalService;
import dev.pileus.domain.members.RolesService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.util.Map;

/// `DELETE /1.0/cluster/members/NAME`: the leader looks, takes the member's roles, tells it to
/// leave, and deletes it. What is asked of another member goes to the leader.
public final class Removal implements Routes {
    private final Neighbours neighbours;
    private final LeaderForwarding leader;
    private final RemovalService removal;
    private final RolesService roles;
    private final EventHub events;

    public Removal(
            Neighbours neighbours,
            LeaderForwarding leader,
            RemovalService removal,
            RolesService roles,
            EventHub events) {
        this.neighbours = neighbours;
        this.leader = leader;
        this.removal = removal;
        this.roles = roles;
        this.events = events;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.delete("/1.0/cluster/members/{name}", Access.TRUSTED, this::remove);
    }

    private Answer remove(Request request) {
        var force = request.query("force").equals("1") || request.query("force").equals("true");
        var member = removal.check(request.parameter("name"), force);
        var own = neighbours.here().id();
        if (!leader.isHere()) {
            return leader.forward(request);
        }
        if (member.id() == own) {
            var next = roles.handLeadOver(own).orElseThrow(LeaderForwarding::leaderless);
            return leader.forward(request, next);
        }
        remove(member, force);
        return Answer.done();
    }

    private void remove(Member member, boolean force) {
        if (!force) {
            demandReachable(member);
        }
        roles.without(
                member.id(),
                () -> {
                    if (!force) {
                        neighbours
                                .clients()
                                .at(member.address())
                                .internal()
                                .tell(Map.of(), "leave");
                    }
                    removal.remove(member.name(), force);
                });
        events.tell(
                Happening.of(
                        "cluster-member-removed", Urls.of("cluster", "members", member.name())));
    }

    private void demandReachable(Member member) {
        try {
            var ignored = neighbours.clients().at(member.address()).server().get();
        } catch (ClientException e) {
            throw new ApiException(
                    500,
                    "Cannot reach member \"%s\" to have it leave; a forced removal leaves it alone: %s"
                            .formatted(member.name(), e.getMessage()));
        }
    }
}
