package dev.pileus.server.members;

import dev.pileus.api.ApiException;
import dev.pileus.api.InstanceState;
import dev.pileus.client.ClientException;
import dev.pileus.domain.instances.OtherMembers;
import dev.pileus.domain.members.MembersService;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks other members how their instances are, through [InternalInstanceRoutes].
public final class InstancesElsewhere implements OtherMembers {
    private static final Logger LOG = LoggerFactory.getLogger(InstancesElsewhere.class);

    private final Neighbours neighbours;
    private final MembersService members;

    public InstancesElsewhere(Neighbours neighbours, MembersService members) {
        this.neighbours = neighbours;
        this.members = members;
    }

    @Override
    public Optional<Map<String, InstanceState>> states(String name, boolean detailed) {
        try {
            var member = members.member(name);
            if (!members.isOnline(member)) {
                return Optional.empty();
            }
            var told =
                    neighbours
                            .clients()
                            .at(member.address())
                            .internal()
                            .get(
                                    InstanceStates.class,
                                    "instances",
                                    detailed ? "states" : "statuses");
            return Optional.of(told.states());
        } catch (ClientException | ApiException e) {
            LOG.debug("{} does not tell of its instances: {}", name, e.getMessage());
            return Optional.empty();
        }
    }
}
