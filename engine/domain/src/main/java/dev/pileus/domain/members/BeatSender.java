package dev.pileus.domain.members;

import java.util.List;
import java.util.Set;

/// Carries heartbeats to other members.
@FunctionalInterface
public interface BeatSender {
    /// Sends to all of them at once.
    ///
    /// @return the ids of those that answered in time
    Set<Long> send(List<Member> members, Beat beat);
}
