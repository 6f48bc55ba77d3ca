package dev.pileus.domain.networks;

import dev.pileus.api.MemberConfigKey;
import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.domain.definitions.MemberValues;
import dev.pileus.domain.members.MemberBelongings;
import java.util.List;

/// A member's part of the networks.
public final class NetworkBelongings implements MemberBelongings {
    private final NetworksService networks;

    public NetworkBelongings(NetworksService networks) {
        this.networks = networks;
    }

    @Override
    public List<MemberConfigKey> keys(Reader reader) {
        return networks.memberConfig(reader);
    }

    @Override
    public Batch arrive(Reader reader, long member, List<MemberConfigKey> values) {
        return networks.join(reader, member, MemberValues.of(NetworkKind.ENTITY, values));
    }
}
