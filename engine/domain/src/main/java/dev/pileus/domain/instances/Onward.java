package dev.pileus.domain.instances;

import dev.pileus.domain.operations.Progress;

/// Takes instances that were made here to the member that gets them.
public interface Onward {
    /// When this returns, it lives there; when it throws, it lives here. Whoever calls holds the
    /// instance in [InstanceWork].
    void take(StoredInstance instance, String member, Progress progress)
            throws InterruptedException;

    /// Has it started there.
    void start(StoredInstance instance, String member);
}
