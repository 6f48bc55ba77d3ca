package dev.pileus.domain.resources;

import dev.pileus.api.HostResources;
import dev.pileus.api.MemberState.SystemInfo;

/// The host of this member. What cannot be found out is left empty.
public interface Host {
    HostResources resources();

    SystemInfo load();
}
