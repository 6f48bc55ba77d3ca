package dev.pileus.domain.members.roles;

/// `cluster.max_voters` and `cluster.max_standby`.
public record RoleLimits(int voters, int standbys) {
    public static final RoleLimits DEFAULT = new RoleLimits(3, 2);

    public RoleLimits {
        if (voters < 1 || voters % 2 == 0 || standbys < 0) {
            throw new IllegalArgumentException(voters + " voters, " + standbys + " stand-bys");
        }
    }

    /// How many voters a cluster of so many members wants. An even number bears no more losses than
    /// the odd one below it, but needs one more member for each write.
    int voters(int members) {
        return members < 3 ? 1 : Math.min(voters, (members - 1) / 2 * 2 + 1);
    }
}
