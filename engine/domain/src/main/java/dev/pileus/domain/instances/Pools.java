package dev.pileus.domain.instances;

import java.nio.file.Path;

/// Where pools are on this member.
@FunctionalInterface
public interface Pools {
    /// The folder of a pool.
    ///
    /// @throws dev.pileus.api.ApiException when the pool is not there, or not usable
    Path place(String pool);
}
