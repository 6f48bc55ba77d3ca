package dev.pileus.server.members;

import dev.pileus.domain.members.ClusterSettings;
import dev.pileus.domain.members.Liveness;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MemberPhase;
import dev.pileus.domain.members.MembersReader;
import java.util.List;

/// The other members that can be reached.
record OnlineMembers(Neighbours neighbours, Liveness liveness, ClusterSettings settings) {
    /// In the order in which they came.
    List<Member> online() {
        var own = neighbours.here().id();
        var threshold = settings.offlineThreshold();
        return neighbours.database().read(MembersReader::all).stream()
                .filter(member -> member.id() != own)
                .filter(member -> member.phase() != MemberPhase.PENDING)
                .filter(member -> liveness.isOnline(member.id(), threshold))
                .toList();
    }
}
