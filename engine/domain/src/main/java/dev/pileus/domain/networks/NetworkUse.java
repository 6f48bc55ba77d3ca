package dev.pileus.domain.networks;

import dev.pileus.database.Reader;
import dev.pileus.domain.projects.StoredProject;
import java.util.List;

/// Somebody whose objects are connected to networks.
@FunctionalInterface
public interface NetworkUse {
    /// URLs of those that use the network.
    ///
    /// @param owner the project that the network belongs to
    List<String> urls(Reader reader, StoredProject owner, String network);
}
