package dev.pileus.domain.members;

import java.util.Arrays;

/// `nodes.state`.
public enum MemberPhase {
    CREATED(0),
    /// Still joining: in no list, and gone if the join fails.
    PENDING(1),
    EVACUATED(2),
    EVACUATING(3),
    RESTORING(4);

    private final int number;

    MemberPhase(int number) {
        this.number = number;
    }

    static MemberPhase of(long number) {
        return Arrays.stream(values())
                .filter(phase -> phase.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no phase " + number));
    }

    int number() {
        return number;
    }

    /// Automatic placement leaves such members out.
    public boolean inMaintenance() {
        return this == EVACUATED || this == EVACUATING || this == RESTORING;
    }
}
