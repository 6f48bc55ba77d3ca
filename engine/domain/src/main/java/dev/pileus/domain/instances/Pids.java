package dev.pileus.domain.instances;

import java.util.OptionalLong;

/// Tells which containers of this member's host are up.
public interface Pids {
    /// The host's number of a container's first process; absent while it is down.
    ///
    /// @param handle of the [Guest]
    OptionalLong pid(String handle);

    /// Whether it is up, and rests.
    boolean isFrozen(String handle);
}
