package dev.pileus.domain.members.roles;

/// What a member is to the database.
public enum DatabaseRole {
    VOTER(0, "voter"),
    /// Keeps a copy that does not vote.
    STANDBY(1, "stand-by"),
    /// Keeps no copy: asks database members.
    SPARE(2, "spare");

    private final int number;
    private final String word;

    DatabaseRole(int number, String word) {
        this.number = number;
        this.word = word;
    }

    /// As `raft_nodes` stores it.
    public int number() {
        return number;
    }

    /// As admins read and write it (CONTRACT 19.4).
    public String word() {
        return word;
    }
}
