package dev.pileus.api;

import java.util.Locale;

/// What a member's status word means. Words that we do not know are [#UNKNOWN] and shown as sent.
public enum MemberStatus {
    ONLINE,
    OFFLINE,
    EVACUATED,
    EVACUATING,
    RESTORING,
    BLOCKED,
    UNKNOWN;

    /// Ignores case: the stock clients print upper case.
    public static MemberStatus of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "online" -> ONLINE;
            case "offline" -> OFFLINE;
            case "evacuated" -> EVACUATED;
            case "evacuating" -> EVACUATING;
            case "restoring" -> RESTORING;
            case "blocked" -> BLOCKED;
            default -> UNKNOWN;
        };
    }

    /// Evacuated, or on the way there or back: automatic placement leaves the member out.
    public boolean inMaintenance() {
        return this == EVACUATED || this == EVACUATING || this == RESTORING;
    }
}
