package dev.pileus.domain.instances;

import dev.pileus.api.InstanceState;
import java.util.Map;
import java.util.Optional;

/// Asks other members how their instances are.
@FunctionalInterface
public interface OtherMembers {
    /// Nobody else is there.
    OtherMembers NONE = (member, detailed) -> Optional.empty();

    /// The instances of a member that are up, by [StoredInstance#handle].
    ///
    /// @param member its name
    /// @param detailed with what they use
    /// @return empty when the member does not answer
    Optional<Map<String, InstanceState>> states(String member, boolean detailed);
}
