package dev.pileus.domain.storage;

import dev.pileus.database.Reader;
import java.util.List;

/// Somebody whose objects lie on pools, or name them.
@FunctionalInterface
public interface PoolUse {
    /// URLs of those that use the pool.
    List<String> urls(Reader reader, String pool);
}
