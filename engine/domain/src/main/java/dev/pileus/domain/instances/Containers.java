package dev.pileus.domain.instances;

import dev.pileus.api.InstanceState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The containers of this member's host, by [StoredInstance#handle]. They go on when the daemon
/// ends. Safe for use by many threads; what cannot be done is an [dev.pileus.api.ApiException].
public interface Containers extends Pids {
    /// What keeps containers from being started here, for people; empty when nothing does.
    Optional<String> obstacle();

    /// Starts a container; when this returns, its init runs.
    void start(Launch launch);

    /// Asks the init to end and waits for it.
    ///
    /// @return whether the container has ended
    boolean shutDown(String handle, Duration patience) throws InterruptedException;

    /// Ends it at once; when this returns, it is gone. One that is not up is left alone.
    void kill(String handle);

    void freeze(String handle);

    void unfreeze(String handle);

    Power power(String handle);

    /// Those that are up.
    Map<String, Power> powers();

    /// What it uses, disks left out; `idle` when it is not up.
    InstanceState state(String handle);

    /// Lets other limits hold from now on, as far as that is possible for one that is up.
    void limit(String handle, Launch.Limits limits);

    /// Forgets what is left of a container that is not up: its configuration and logs.
    void forget(String handle);

    /// Gives what is left of a container that is not up another name.
    void rename(String handle, String newHandle);
}
