package dev.pileus.server.http.routes;

import dev.pileus.api.ConfigPatch;
import dev.pileus.api.ConfigUpdate;
import dev.pileus.api.NewStoragePool;
import dev.pileus.api.StoragePool;
import dev.pileus.domain.Urls;
import dev.pileus.domain.storage.StoragePoolsService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Forwarding;
import dev.pileus.server.http.Listing;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import dev.pileus.server.http.UsedBy;
import java.util.function.UnaryOperator;

/// `/1.0/storage-pools`. What a target has is in the database: only how full it is must be asked
/// there.
public final class StoragePoolRoutes implements Routes {
    private static final String POOLS = "/1.0/storage-pools";
    private static final String POOL = POOLS + "/{name}";

    private final StoragePoolsService pools;
    private final Forwarding forwarding;

    public StoragePoolRoutes(StoragePoolsService pools, Forwarding forwarding) {
        this.pools = pools;
        this.forwarding = forwarding;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(POOLS, Access.PROJECT, this::list)
                .post(POOLS, Access.TRUSTED, this::create)
                .get(POOL, Access.PROJECT, this::show)
                .put(POOL, Access.TRUSTED, this::replace)
                .patch(POOL, Access.TRUSTED, this::patch)
                .delete(POOL, Access.TRUSTED, this::delete)
                .get(POOL + "/resources", Access.PROJECT, forwarding.byTarget(this::resources));
    }

    private Answer list(Request request) {
        return Listing.of(
                request,
                pools.list().stream().map(pool -> shown(request, pool)).toList(),
                pool -> url(pool.name()));
    }

    private Answer create(Request request) {
        var wanted = request.document(NewStoragePool.class);
        if (request.target().isEmpty()) {
            pools.create(wanted);
        } else {
            pools.define(request.target(), wanted);
        }
        return Answer.created(url(wanted.name()));
    }

    private Answer show(Request request) {
        var name = request.parameter("name");
        var pool =
                request.target().isEmpty() ? pools.get(name) : pools.getOn(name, request.target());
        return Answer.editable(shown(request, pool), pool.writable());
    }

    private static StoragePool shown(Request request, StoragePool pool) {
        return pool.usedBy(UsedBy.shown(request, pool.usedBy()));
    }

    private Answer replace(Request request) {
        var wanted = request.document(ConfigUpdate.class);
        return update(request, present -> wanted);
    }

    private Answer patch(Request request) {
        return update(request, request.document(ConfigPatch.class)::over);
    }

    private Answer update(Request request, UnaryOperator<ConfigUpdate> change) {
        UnaryOperator<ConfigUpdate> edit =
                present -> {
                    request.requireVersion(present);
                    return change.apply(present);
                };
        var name = request.parameter("name");
        if (request.target().isEmpty()) {
            pools.update(name, edit);
        } else {
            pools.updateOn(name, request.target(), edit);
        }
        return Answer.done();
    }

    private Answer delete(Request request) {
        pools.delete(request.parameter("name"));
        return Answer.done();
    }

    private Answer resources(Request request) {
        return Answer.of(pools.usage(request.parameter("name")));
    }

    private static String url(String name) {
        return Urls.of("storage-pools", name);
    }
}
