package dev.pileus.domain.evacuation;

import dev.pileus.domain.placement.Candidate;

/// What becomes of an instance whose member is evacuated.
sealed interface Fate {
    /// It is down, and stays where it is.
    record LeftAlone() implements Fate {}

    /// It is stopped, and stays where it is.
    ///
    /// @param forced without asking its init
    record Stopped(boolean forced) implements Fate {}

    /// It goes to another member, and runs there if it runs now.
    record Moved(Candidate target) implements Fate {}

    /// It should go, and no other member can take it: it is stopped, and stays.
    record Stranded() implements Fate {}
}
