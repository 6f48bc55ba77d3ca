package dev.pileus.model.plan;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.Instance;
import dev.pileus.api.MemberStatus;
import dev.pileus.model.plan.Destination.Misfit;
import dev.pileus.model.plan.Destination.Obstruction;
import java.util.Optional;

/// Whether a member can take an instance in an evacuation. Restrictions of projects are not in the
/// image; Incus minds them from 7.2 on, LXD from 6.6.
record Fit(ServerRules rules) {
    Optional<Misfit> misfit(ClusterMember member, Instance instance) {
        var group = rules.honoursGroup() ? instance.volatileKey(Instance.CLUSTER_GROUP) : "";
        return obstruction(member, instance, group)
                .map(found -> misfit(member, found, instance, group));
    }

    private static Misfit misfit(
            ClusterMember member, Obstruction found, Instance instance, String group) {
        var detail =
                switch (found) {
                    case OUTSIDE_GROUP -> group;
                    case ARCHITECTURE -> instance.architecture();
                    case OFFLINE, IN_MAINTENANCE, MANUAL_ONLY, GROUP_ONLY -> "";
                };
        return new Misfit(member.serverName(), found, detail);
    }

    private Optional<Obstruction> obstruction(
            ClusterMember member, Instance instance, String group) {
        if (member.condition() == MemberStatus.OFFLINE) {
            return Optional.of(Obstruction.OFFLINE);
        }
        if (member.condition().inMaintenance()) {
            return Optional.of(Obstruction.IN_MAINTENANCE);
        }
        if (member.scheduler().equals("manual")) {
            return Optional.of(Obstruction.MANUAL_ONLY);
        }
        boolean placedByItsGroup = member.groups().contains(group);
        if (!group.isEmpty() && !placedByItsGroup) {
            return Optional.of(Obstruction.OUTSIDE_GROUP);
        }
        if (member.scheduler().equals("group") && !(placedByItsGroup && rules.reachesGroupOnly())) {
            return Optional.of(Obstruction.GROUP_ONLY);
        }
        return Architectures.runs(member.architecture(), instance.architecture())
                ? Optional.empty()
                : Optional.of(Obstruction.ARCHITECTURE);
    }
}
