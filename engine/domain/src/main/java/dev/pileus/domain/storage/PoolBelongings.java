package dev.pileus.domain.storage;

import dev.pileus.api.MemberConfigKey;
import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.domain.definitions.MemberValues;
import dev.pileus.domain.members.MemberBelongings;
import java.util.List;

/// A member's part of the pools.
public final class PoolBelongings implements MemberBelongings {
    private final StoragePoolsService pools;

    public PoolBelongings(StoragePoolsService pools) {
        this.pools = pools;
    }

    @Override
    public List<MemberConfigKey> keys(Reader reader) {
        return pools.memberConfig(reader);
    }

    @Override
    public Batch arrive(Reader reader, long member, List<MemberConfigKey> values) {
        return pools.join(reader, member, MemberValues.of(PoolKind.ENTITY, values));
    }
}
