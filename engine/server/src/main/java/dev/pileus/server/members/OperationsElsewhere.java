package dev.pileus.server.members;

import dev.pileus.api.Operation;
import dev.pileus.client.ClientException;
import dev.pileus.domain.caller.Trust;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MembersService;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.server.http.Request;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What other members work on. Those that cannot be reached are left out; a member that asks itself
/// is told only what happens here.
public final class OperationsElsewhere implements Function<Request, List<Operation>> {
    private static final Logger LOG = LoggerFactory.getLogger(OperationsElsewhere.class);

    private final Neighbours neighbours;
    private final MembersService members;
    private final OperationsService operations;

    public OperationsElsewhere(
            Neighbours neighbours, MembersService members, OperationsService operations) {
        this.neighbours = neighbours;
        this.members = members;
        this.operations = operations;
    }

    @Override
    public List<Operation> apply(Request request) {
        var here = neighbours.here();
        if (!here.isClustered() || request.caller().trust() instanceof Trust.Member) {
            return List.of();
        }
        var busy = operations.busyMembers();
        return members.members().stream()
                .filter(member -> busy.contains(member.name()) && member.id() != here.id())
                .filter(members::isOnline)
                .flatMap(member -> ask(member, request).stream())
                .filter(operation -> !operation.operationClass().equals(Operation.CLASS_TOKEN))
                .toList();
    }

    private List<Operation> ask(Member member, Request request) {
        try {
            var calls = neighbours.clients().at(member.address()).operations();
            return request.allProjects() ? calls.list() : calls.list(request.project());
        } catch (ClientException e) {
            LOG.debug("{} does not tell its operations: {}", member.name(), e.getMessage());
            return List.of();
        }
    }
}
