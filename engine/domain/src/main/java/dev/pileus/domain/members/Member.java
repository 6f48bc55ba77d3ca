package dev.pileus.domain.members;

import dev.pileus.api.ApiException;
import dev.pileus.api.ClusterMember;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A member as the cluster's database knows it.
///
/// @param id never given to another member
/// @param address `host:port` for clients and members
/// @param version what it runs
/// @param heartbeat when it was last heard before its condition changed; [Liveness] knows newer
/// @param roles the ones that admins give: `event-hub`, `ovn-chassis`
/// @param groups by name, at least one
public record Member(
        long id,
        String name,
        String description,
        String address,
        MemberVersion version,
        Instant heartbeat,
        MemberPhase phase,
        Architecture architecture,
        String failureDomain,
        List<String> roles,
        Map<String, String> config,
        List<String> groups) {
    /// The failure domain of whoever has no other.
    public static final String DEFAULT_DOMAIN = "default";

    /// A server on its own is one member with this name and no address.
    static final String STANDALONE = "none";

    public Member {
        roles = List.copyOf(roles);
        config = Map.copyOf(config);
        groups = List.copyOf(groups);
    }

    /// A newcomer must be somebody else, somewhere else.
    ///
    /// @throws ApiException 409
    void demandOther(String newName, String newAddress) {
        if (name.equals(newName)) {
            throw new ApiException(409, "The cluster already has a member with name: " + newName);
        }
        if (address.equals(newAddress)) {
            throw new ApiException(
                    409, "The cluster already has a member with address: " + newAddress);
        }
    }

    /// Whether instances are placed here only when somebody names the member.
    public boolean placedByHand() {
        return "manual".equals(config.get(ClusterMember.SCHEDULER));
    }
}
