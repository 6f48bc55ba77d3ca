package dev.pileus.database.raft;

import java.time.Duration;

/// How long to wait for what.
///
/// @param electionMin a follower that hears nothing for so long (and up to electionMax, at random)
///   stands for election. Under 500 ms a busy machine never agrees on a leader
/// @param patience how long a read or write may look for a leader before it gives up
public record RaftTiming(Duration electionMin, Duration electionMax, Duration patience) {
    public static final RaftTiming DEFAULT =
            new RaftTiming(Duration.ofMillis(700), Duration.ofMillis(1400), Duration.ofSeconds(10));
}
