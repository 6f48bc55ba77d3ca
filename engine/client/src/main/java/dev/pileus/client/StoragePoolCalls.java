package dev.pileus.client;

import dev.pileus.api.ConfigPatch;
import dev.pileus.api.NewStoragePool;
import dev.pileus.api.StoragePool;
import java.util.List;

/// `/1.0/storage-pools`.
public final class StoragePoolCalls {
    private final Calls calls;

    StoragePoolCalls(Calls calls) {
        this.calls = calls;
    }

    public List<StoragePool> list() {
        return calls.send(pools("GET").query("recursion", "1")).listOf(StoragePool.class);
    }

    public Versioned<StoragePool> get(String name) {
        return calls.send(pool("GET", name)).versioned(StoragePool.class);
    }

    /// First step in a cluster: what a pool will be on one member.
    public void define(String member, NewStoragePool pool) {
        calls.change(pools("POST").query("target", member).body(pool));
    }

    /// Last step in a cluster, the only one elsewhere.
    public void create(NewStoragePool pool) {
        calls.change(pools("POST").body(pool));
    }

    /// Changes what the patch names, and leaves the rest.
    public void change(String name, ConfigPatch patch) {
        calls.change(pool("PATCH", name).body(patch));
    }

    public void delete(String name) {
        calls.change(pool("DELETE", name));
    }

    private static Request pools(String method) {
        return Request.of(method, "storage-pools");
    }

    private static Request pool(String method, String name) {
        return Request.of(method, "storage-pools", name);
    }
}
