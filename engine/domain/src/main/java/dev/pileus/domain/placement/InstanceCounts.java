package dev.pileus.domain.placement;

import dev.pileus.database.Reader;
import java.util.Map;

/// Tells how many instances live on each member.
@FunctionalInterface
public interface InstanceCounts {
    /// By the member's id; members without any may be left out.
    Map<Long, Integer> byMember(Reader reader);
}
