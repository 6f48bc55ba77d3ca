package dev.pileus.model.plan;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.MemberRole;
import dev.pileus.api.MemberStatus;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.MemberImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Whether the database can spare a voter, by the rule with which LXD 6.9 guards evacuations
/// (`checkEvacuationQuorum`); here for all servers.
record VoterGuard(ClusterImage image, String member) {
    /// From so many members with the role on, only they may hold the database.
    private static final int CONTROL_PLANE = 3;

    boolean canSpare() {
        var target = image.member(member);
        boolean counts =
                target.filter(one -> one.member().isVoter())
                        .filter(one -> one.condition() != MemberStatus.OFFLINE)
                        .filter(one -> one.condition() != MemberStatus.EVACUATED)
                        .isPresent();
        if (!counts) {
            return true;
        }
        var voters = image.members().stream().filter(one -> one.member().isVoter()).toList();
        int online = (int) voters.stream().filter(VoterGuard::isUsable).count();
        int neededAfterwards = (voters.size() - 1) / 2 + 1;
        boolean replaceable =
                online >= voters.size() / 2 + 1
                        && online >= neededAfterwards
                        && online > 1
                        && !successors().isEmpty();
        return online - 1 >= neededAfterwards || replaceable;
    }

    /// Who would be promoted in the member's place: a stand-by before a spare, the same failure
    /// domain before another.
    Optional<MemberImage> successor() {
        var domain = image.member(member).map(one -> one.member().failureDomain()).orElse("");
        return successors().stream()
                .min(
                        Comparator.comparing((MemberImage one) -> !one.member().isStandby())
                                .thenComparing(
                                        one -> !one.member().failureDomain().equals(domain)));
    }

    private List<MemberImage> successors() {
        var others = image.members().stream().filter(one -> !one.name().equals(member)).toList();
        boolean limited =
                others.stream().filter(one -> isControlPlane(one.member())).count()
                        >= CONTROL_PLANE;
        return others.stream()
                .filter(one -> !one.member().isVoter())
                .filter(one -> !one.member().roles().contains(MemberRole.DATABASE_CLIENT))
                .filter(VoterGuard::isUsable)
                .filter(one -> !limited || isControlPlane(one.member()))
                .toList();
    }

    private static boolean isControlPlane(ClusterMember member) {
        return member.roles().contains(MemberRole.CONTROL_PLANE);
    }

    private static boolean isUsable(MemberImage member) {
        return member.condition() != MemberStatus.OFFLINE && !member.condition().inMaintenance();
    }
}
