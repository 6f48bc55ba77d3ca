package dev.pileus.server.members;

import dev.pileus.api.ApiException;
import dev.pileus.domain.caller.Trust;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MembersService;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Forwarder;
import dev.pileus.server.http.Request;

/// Hands requests to the database's leader that only it can answer.
public final class LeaderForwarding {
    private final Neighbours neighbours;
    private final MembersService members;
    private final Forwarder forwarder;

    public LeaderForwarding(Neighbours neighbours, MembersService members, Forwarder forwarder) {
        this.neighbours = neighbours;
        this.members = members;
        this.forwarder = forwarder;
    }

    /// Whether this member leads.
    boolean isHere() {
        return neighbours.roles().isLeader(neighbours.here().id());
    }

    /// A request that has been forwarded already has found the leader, or comes too early.
    Answer forward(Request request) {
        var leader = neighbours.roles().leader();
        if (leader.isEmpty() || request.caller().trust() instanceof Trust.Member) {
            throw leaderless();
        }
        return forward(request, leader.getAsLong());
    }

    Answer forward(Request request, long leader) {
        var name =
                members.members().stream()
                        .filter(member -> member.id() == leader)
                        .map(Member::name)
                        .findFirst()
                        .orElseThrow(LeaderForwarding::leaderless);
        return forwarder.forward(request, name);
    }

    static ApiException leaderless() {
        return new ApiException(503, "The database has no leader at the moment");
    }
}
