package dev.pileus.desktop.wizards.connect;

import dev.pileus.trust.Fingerprint;

/// How a pasted fingerprint compares with the presented one.
enum Comparison {
    /// Nothing was pasted: the user compares by eye.
    BY_EYE,
    SAME,
    DIFFERENT,
    /// The pasted text is no fingerprint.
    UNREADABLE;

    static Comparison of(String pasted, Fingerprint presented) {
        if (pasted.isBlank()) {
            return BY_EYE;
        }
        try {
            return Fingerprint.parse(pasted.strip()).equals(presented) ? SAME : DIFFERENT;
        } catch (IllegalArgumentException notAFingerprint) {
            return UNREADABLE;
        }
    }

    boolean allowsToGoOn() {
        return this == BY_EYE || this == SAME;
    }
}
