package dev.pileus.domain.storage;

import dev.pileus.api.MemberState.PoolUsage;
import java.util.Map;

/// What a storage driver does on the host of this member. May be called again after a failure.
public interface PoolDriver {
    /// As clients call it, such as `dir`.
    String name();

    /// Makes a place for the pool.
    ///
    /// @param config all keys as this member sees them
    /// @return the keys of this member to be kept, among them where the place is
    /// @throws dev.pileus.api.ApiException when the host cannot have such a pool
    Map<String, String> create(String pool, Map<String, String> config);

    /// Removes what [#create] made, and nothing else.
    void delete(String pool, Map<String, String> config);

    PoolUsage usage(String pool, Map<String, String> config);
}
