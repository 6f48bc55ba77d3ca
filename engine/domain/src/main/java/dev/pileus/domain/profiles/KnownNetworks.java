package dev.pileus.domain.profiles;

import dev.pileus.database.Reader;

/// Which managed networks there are.
@FunctionalInterface
public interface KnownNetworks {
    boolean exists(Reader reader, String project, String network);
}
