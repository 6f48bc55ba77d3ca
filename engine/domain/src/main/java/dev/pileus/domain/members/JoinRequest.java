package dev.pileus.domain.members;

import dev.pileus.api.MemberConfigKey;
import java.util.List;

/// What a server tells of itself when it wants to become a member.
///
/// @param address `host:port` under which members and clients will reach it
/// @param release of the program, such as `0.1.0`
/// @param schema newest version of the cluster's tables that it knows
/// @param apiExtensions how many it announces
/// @param architecture as the REST API names it
/// @param memberConfig its own values of the keys that differ per member
public record JoinRequest(
        String name,
        String address,
        String release,
        int schema,
        int apiExtensions,
        String architecture,
        List<MemberConfigKey> memberConfig) {
    public JoinRequest {
        memberConfig = List.copyOf(memberConfig);
    }

    /// The same with other values.
    public JoinRequest with(List<MemberConfigKey> values) {
        return new JoinRequest(name, address, release, schema, apiExtensions, architecture, values);
    }
}
