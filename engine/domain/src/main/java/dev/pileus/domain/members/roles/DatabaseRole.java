package dev.pileus.domain.members.roles;

import java.util.Arrays;

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

    /// By the number in `raft_nodes`.
    public static DatabaseRole of(long number) {
        return Arrays.stream(values())
                .filter(role -> role.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no role " + number));
    }

    /// As admins read and write it (CONTRACT 19.4).
    public String word() {
        return word;
    }
}
