package dev.pileus.domain.members;

import java.util.List;

/// Tells admins of members that are offline (`Offline cluster member`).
@FunctionalInterface
public interface OfflineWarnings {
    /// Exactly these are offline now: theirs are raised, all others resolved.
    void offline(List<Member> members);
}
