package dev.pileus.server.members;

import dev.pileus.api.ApiException;
import dev.pileus.client.ClientException;
import dev.pileus.client.Failure;
import dev.pileus.domain.definitions.Location;
import dev.pileus.domain.definitions.Peers;
import dev.pileus.domain.definitions.Task;
import java.util.List;

/// Has other members act on their hosts, for pools and networks.
final class MemberPeers implements Peers {
    private final MemberClients clients;

    MemberPeers(MemberClients clients) {
        this.clients = clients;
    }

    @Override
    public void demandAlive(List<Location> members) {
        for (var member : members) {
            try {
                var ignored = clients.at(member.address()).server().get();
            } catch (ClientException e) {
                throw new ApiException(500, "peer node " + member.address() + " is down");
            }
        }
    }

    @Override
    public void perform(Location member, Task task) {
        try {
            clients.at(member.address()).internal().tell(task, "definitions");
        } catch (ClientException e) {
            throw switch (e.failure()) {
                case Failure.Refused(var status, var text) -> new ApiException(status, text);
                default ->
                        new ApiException(
                                500,
                                "failed to notify peer %s: %s"
                                        .formatted(member.address(), e.getMessage()));
            };
        }
    }
}
