package dev.pileus.server.members;

import dev.pileus.api.NetworkLease;
import dev.pileus.client.ClientException;
import dev.pileus.domain.caller.Trust;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MembersService;
import dev.pileus.server.http.Request;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The addresses that other members have given out on the network of a request. Those that cannot
/// be reached are left out; a member that asks itself is told only what happens here.
public final class LeasesElsewhere implements Function<Request, List<NetworkLease>> {
    private static final Logger LOG = LoggerFactory.getLogger(LeasesElsewhere.class);

    private final Neighbours neighbours;
    private final MembersService members;

    public LeasesElsewhere(Neighbours neighbours, MembersService members) {
        this.neighbours = neighbours;
        this.members = members;
    }

    @Override
    public List<NetworkLease> apply(Request request) {
        var here = neighbours.here();
        if (!here.isClustered() || request.caller().trust() instanceof Trust.Member) {
            return List.of();
        }
        return members.members().parallelStream()
                .filter(member -> member.id() != here.id())
                .filter(members::isOnline)
                .flatMap(member -> ask(member, request).stream())
                .toList();
    }

    private List<NetworkLease> ask(Member member, Request request) {
        try {
            return neighbours
                    .clients()
                    .at(member.address())
                    .networks()
                    .leases(request.project(), request.parameter("name"));
        } catch (ClientException e) {
            LOG.debug("{} does not tell its leases: {}", member.name(), e.getMessage());
            return List.of();
        }
    }
}
