package dev.pileus.domain.resources;

import dev.pileus.api.HostResources;
import dev.pileus.api.MemberState;
import dev.pileus.domain.storage.StoragePoolsService;

/// Tells of this member's host.
public final class ResourcesService {
    private final Host host;
    private final StoragePoolsService pools;

    public ResourcesService(Host host, StoragePoolsService pools) {
        this.host = host;
        this.pools = pools;
    }

    public HostResources resources() {
        return host.resources();
    }

    public MemberState state() {
        return new MemberState(host.load(), pools.usages());
    }
}
