package dev.pileus.client;

import dev.pileus.api.ConfigPatch;
import dev.pileus.api.NewVolume;
import dev.pileus.api.StorageVolume;
import java.util.List;

/// `/1.0/storage-pools/POOL/volumes/custom`: what users keep on pools.
public final class VolumeCalls {
    private final Calls calls;

    VolumeCalls(Calls calls) {
        this.calls = calls;
    }

    /// The custom volumes of a pool, of all members.
    public List<StorageVolume> list(String project, String pool) {
        return calls.send(volumes("GET", project, pool).query("recursion", "1"))
                .listOf(StorageVolume.class);
    }

    /// Makes an empty one, on the member that is asked.
    public void create(String project, String pool, NewVolume volume) {
        calls.change(volumes("POST", project, pool).body(volume));
    }

    /// Changes what the patch names, and leaves the rest.
    public void change(String project, String pool, String name, ConfigPatch patch) {
        calls.change(
                Request.of("PATCH", "storage-pools", pool, "volumes", StorageVolume.CUSTOM, name)
                        .query("project", project)
                        .body(patch));
    }

    private static Request volumes(String method, String project, String pool) {
        return Request.of(method, "storage-pools", pool, "volumes", StorageVolume.CUSTOM)
                .query("project", project);
    }
}
