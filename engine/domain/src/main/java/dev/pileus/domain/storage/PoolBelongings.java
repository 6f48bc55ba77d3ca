package dev.pileus.domain.storage;

import dev.pileus.api.ApiException;
import dev.pileus.api.MemberConfigKey;
import dev.pileus.api.StoragePool;
import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.domain.definitions.MemberValues;
import dev.pileus.domain.definitions.Stage;
import dev.pileus.domain.members.MemberBelongings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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
    public List<MemberConfigKey> prepare(List<MemberConfigKey> values, Consumer<Runnable> undo) {
        var own = MemberValues.of(PoolKind.ENTITY, values);
        var prepared = new ArrayList<MemberConfigKey>();
        for (var pool : pools.list()) {
            if (pool.status().equals(Stage.CREATED.status())) {
                var noted = prepare(pool, own.getOrDefault(pool.name(), Map.of()));
                undo.accept(() -> pools.undo(pool, noted));
                noted.forEach((key, value) ->
                        prepared.add(
                                new MemberConfigKey(PoolKind.ENTITY, pool.name(), key, value, "")));
            }
        }
        return prepared;
    }

    private Map<String, String> prepare(StoragePool pool, Map<String, String> own) {
        try {
            return pools.prepare(pool, own);
        } catch (ApiException e) {
            throw new ApiException(
                    e.status(),
                    "Failed to initialize member: Failed to initialize storage pools and networks: Failed to create storage pool \"%s\": %s"
                            .formatted(pool.name(), e.text()));
        }
    }

    @Override
    public void leave() {
        pools.leave();
    }

    @Override
    public Batch arrive(Reader reader, long member, List<MemberConfigKey> values) {
        return pools.join(reader, member, MemberValues.of(PoolKind.ENTITY, values));
    }
}
