package dev.pileus.domain.members;

import java.time.Instant;
import java.util.Map;

/// Tells admins of members that are offline (`Offline cluster member`).
@FunctionalInterface
public interface OfflineWarnings {
    /// Exactly these are offline now: theirs are raised, all others resolved.
    ///
    /// @param members and when each was last heard
    void offline(Map<Member, Instant> members);
}
