package dev.pileus.domain.members;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.MemberRole;
import dev.pileus.domain.members.roles.DatabaseRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Members as the REST API shows them: what is stored, together with what is known only now.
record MemberView(
        MemberVersion newest, DatabaseRoles roles, Liveness liveness, Duration offlineThreshold) {
    ClusterMember shown(Member member) {
        var condition = Condition.of(member, newest, liveness, offlineThreshold);
        return new ClusterMember(
                member.name(),
                "https://" + member.address(),
                roles.of(member.id()) != DatabaseRole.SPARE,
                condition.status(),
                condition.message(),
                member.architecture().word(),
                rolesOf(member),
                member.failureDomain(),
                member.description(),
                member.config(),
                member.groups());
    }

    private List<String> rolesOf(Member member) {
        var shown = new ArrayList<String>();
        if (roles.isLeader(member.id())) {
            shown.add(MemberRole.LEADER);
        }
        switch (roles.of(member.id())) {
            case VOTER -> shown.add(MemberRole.VOTER);
            case STANDBY -> shown.add(MemberRole.STANDBY);
            case SPARE -> {}
        }
        shown.addAll(member.roles());
        return shown;
    }
}
