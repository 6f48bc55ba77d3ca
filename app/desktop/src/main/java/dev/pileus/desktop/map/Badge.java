package dev.pileus.desktop.map;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.MemberRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A role as a card shows it.
///
/// @param role the field's term (`leader`, `voter`, `stand-by`, `event-hub`, …); a role we do not
///   know keeps the server's word
record Badge(Kind kind, String role) {
    enum Kind {
        LEADER,
        VOTER,
        STANDBY,
        EVENT_HUB,
        OTHER
    }

    private static final Set<String> DATABASE_ROLES =
            Set.of(MemberRole.LEADER, MemberRole.VOTER, MemberRole.VOTER_LXD, MemberRole.STANDBY);

    /// What it stands for. The crown stands for a vote as well: one badge, two roles.
    List<String> roles() {
        return kind == Kind.LEADER ? List.of(role, "voter") : List.of(role);
    }

    /// The database role first. The leader votes by nature, so it gets no badge for that.
    static List<Badge> of(ClusterMember member) {
        var badges = new ArrayList<Badge>();
        if (member.isLeader()) {
            badges.add(new Badge(Kind.LEADER, "leader"));
        } else if (member.isVoter()) {
            badges.add(new Badge(Kind.VOTER, "voter"));
        } else if (member.isStandby()) {
            badges.add(new Badge(Kind.STANDBY, "stand-by"));
        }
        member.roles().stream()
                .filter(role -> !role.isBlank() && !DATABASE_ROLES.contains(role))
                .distinct()
                .map(Badge::other)
                .forEach(badges::add);
        return List.copyOf(badges);
    }

    private static Badge other(String role) {
        var hub = role.equals(MemberRole.EVENT_HUB) || role.equals(MemberRole.CONTROL_PLANE);
        return new Badge(hub ? Kind.EVENT_HUB : Kind.OTHER, role);
    }
}
