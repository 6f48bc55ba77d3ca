package dev.pileus.server.members;

import dev.pileus.api.ApiException;
import dev.pileus.client.ClientException;
import dev.pileus.domain.Urls;
import dev.pileus.domain.caller.Trust;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MembersService;
import dev.pileus.domain.members.RemovalService;
import dev.pileus.domain.members.RolesService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Forwarder;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.util.Map;

/// `DELETE /1.0/cluster/members/NAME`: the leader looks, takes the member's roles, tells it to
/// leave, and deletes it. What is asked of another member goes to the leader.
public final class Removal implements Routes {
    private final Neighbours neighbours;
    private final MembersService members;
    private final RemovalService removal;
    private final RolesService roles;
    private final Forwarder forwarder;
    private final EventHub events;

    public Removal(
            Neighbours neighbours,
            MembersService members,
            RemovalService removal,
            RolesService roles,
            Forwarder forwarder,
            EventHub events) {
        this.neighbours = neighbours;
        this.members = members;
        this.removal = removal;
        this.roles = roles;
        this.forwarder = forwarder;
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
        if (!neighbours.roles().isLeader(own)) {
            return forwarder.forward(request, leader(request));
        }
        if (member.id() == own) {
            var next = roles.handLeadOver(own);
            return forwarder.forward(request, name(next.orElseThrow(Removal::leaderless)));
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

    /// A request that has been forwarded already has found the leader, or comes too early.
    private String leader(Request request) {
        var leader = neighbours.roles().leader();
        if (leader.isEmpty() || request.caller().trust() instanceof Trust.Member) {
            throw leaderless();
        }
        return name(leader.getAsLong());
    }

    private String name(long id) {
        return members.members().stream()
                .filter(member -> member.id() == id)
                .map(Member::name)
                .findFirst()
                .orElseThrow(Removal::leaderless);
    }

    private static ApiException leaderless() {
        return new ApiException(503, "The database has no leader at the moment");
    }
}
