package dev.pileus.desktop.map;

import java.util.Map;

/// What the map asks for. Nothing of it happens without a plan that the user has seen.
public interface MapActions {
    void inspect(String member);

    void evacuate(String member);

    void restore(String member);

    DragForecast evacuationForecast(String member);

    DragForecast restoreForecast(String member);

    /// How far evacuations and restores are, by member. Asked again with every image.
    Map<String, TrayProgress> underway();
}
