package dev.pileus.desktop.map;

import java.util.Map;

/// What the map says while a card is being dragged: the plan in one sentence, what it means for the
/// database, and what the other members would receive.
///
/// @param sentence what a drop here does, or why it cannot
/// @param quorum what the database can survive afterwards; may be empty
/// @param arrivals member to number of instances
public record DragForecast(
        String sentence, String quorum, Tone tone, Map<String, Integer> arrivals) {
    /// How the quorum line is coloured.
    public enum Tone {
        OK,
        CAUTION,
        DANGER
    }

    public DragForecast {
        arrivals = Map.copyOf(arrivals);
    }
}
