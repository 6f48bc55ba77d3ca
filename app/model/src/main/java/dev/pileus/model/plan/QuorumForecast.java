package dev.pileus.model.plan;

import java.util.Optional;

/// What an evacuation means for the database.
///
/// @param afterwards once the member is evacuated; same as now where evacuation leaves roles alone
/// @param ifDown when the member goes down after that, before anybody takes its place
/// @param promoted stand-by or spare that then becomes voter; empty when nobody can or needs to
public record QuorumForecast(
        Quorum now,
        Quorum afterwards,
        Quorum ifDown,
        Optional<String> promoted,
        Leadership leadership) {
    /// Where the database's leader is, and whether it moves.
    public enum Leadership {
        /// On another member; does not move.
        ELSEWHERE,
        /// On this member, and handed over before the evacuation.
        MOVES_FIRST,
        /// On this member, and stays until the member stops.
        STAYS_HERE,
        UNKNOWN
    }
}
