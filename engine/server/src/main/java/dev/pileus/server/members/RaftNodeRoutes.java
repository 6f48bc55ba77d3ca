package dev.pileus.server.members;

import dev.pileus.api.ApiException;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MembersService;
import dev.pileus.domain.members.RolesService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.util.Optional;

/// `/internal/cluster/raft-node`: takes a member's part in the database that it cannot give back
/// itself, because it is lost. Whoever answers must be removed in order instead.
public final class RaftNodeRoutes implements Routes {
    private final Neighbours neighbours;
    private final LeaderForwarding leader;
    private final MembersService members;
    private final RolesService roles;

    public RaftNodeRoutes(
            Neighbours neighbours,
            LeaderForwarding leader,
            MembersService members,
            RolesService roles) {
        this.neighbours = neighbours;
        this.leader = leader;
        this.members = members;
        this.roles = roles;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.delete("/internal/cluster/raft-node/{address}", Access.TRUSTED, this::remove);
    }

    private Answer remove(Request request) {
        var address = request.parameter("address");
        var node = node(address);
        if (!leader.isHere()) {
            return leader.forward(request);
        }
        member(node)
                .filter(this::isThere)
                .ifPresent(member -> {
                    throw new ApiException(
                            400,
                            "Member \"%s\" is online: use \"cluster remove\""
                                    .formatted(member.name()));
                });
        if (!roles.dismiss(node)) {
            throw unknown(address);
        }
        return Answer.done();
    }

    private boolean isThere(Member member) {
        return member.id() == neighbours.here().id() || members.isOnline(member);
    }

    /// The id of a member at an address; leftovers have nothing but their id.
    private long node(String address) {
        return neighbours.book().members().stream()
                .filter(id -> neighbours.book().address(id).filter(address::equals).isPresent())
                .findFirst()
                .orElseGet(() -> number(address));
    }

    private static long number(String address) {
        try {
            return Long.parseLong(address);
        } catch (NumberFormatException e) {
            throw unknown(address);
        }
    }

    private Optional<Member> member(long id) {
        return members.members().stream().filter(member -> member.id() == id).findFirst();
    }

    private static ApiException unknown(String address) {
        return new ApiException(404, "No raft node with address or id \"%s\"".formatted(address));
    }
}
