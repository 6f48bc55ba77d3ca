package dev.pileus.model.plan;

import dev.pileus.model.store.ClusterImage;

/// Whether the replicated database can go on, and how much it can lose.
///
/// @param online voters that answer
/// @param voters all voters
/// @param survives how many more voters may fail, one after the other without replacement
public record Quorum(State state, int online, int voters, int survives) {
    public enum State {
        /// Survives at least one more failure.
        SAFE,
        /// Works, but survives none.
        NONE_TO_SPARE,
        /// Nothing can be changed.
        LOST,
        /// The members could not be read.
        UNKNOWN,
        /// Not a cluster.
        STANDALONE
    }

    public static Quorum of(ClusterImage image) {
        return QuorumReader.now(image);
    }

    /// How many voters must answer.
    public int majority() {
        return voters / 2 + 1;
    }

    /// Whether the database works.
    public boolean holds() {
        return state == State.SAFE || state == State.NONE_TO_SPARE;
    }

    static Quorum counted(int online, int voters) {
        int spare = online - (voters / 2 + 1);
        var state = spare > 0 ? State.SAFE : spare == 0 ? State.NONE_TO_SPARE : State.LOST;
        return new Quorum(state, online, voters, Math.max(0, spare));
    }
}
