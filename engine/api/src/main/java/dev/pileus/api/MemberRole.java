package dev.pileus.api;

/// Role names on the wire. The list is open: servers add roles, and unknown ones must be shown.
public final class MemberRole {
    public static final String LEADER = "database-leader";
    public static final String VOTER = "database";

    /// What newer LXD calls a voter.
    public static final String VOTER_LXD = "database-voter";

    public static final String STANDBY = "database-standby";
    public static final String EVENT_HUB = "event-hub";

    /// What newer LXD calls an event hub.
    public static final String CONTROL_PLANE = "control-plane";

    public static final String OVN_CHASSIS = "ovn-chassis";
    public static final String DATABASE_CLIENT = "database-client";

    private MemberRole() {}

    /// The leader votes as well; newer LXD shows it with the leader role alone.
    public static boolean votes(String role) {
        return role.equals(VOTER) || role.equals(VOTER_LXD) || role.equals(LEADER);
    }
}
