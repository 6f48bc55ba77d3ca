package dev.pileus.desktop.map;

import dev.pileus.model.store.InstanceKey;
import java.util.Map;

/// What the map asks for. Nothing of it happens without a plan that the user has seen.
public interface MapActions {
    /// Makes a member what the window is about.
    void select(String member);

    /// Makes an instance what the window is about.
    void select(InstanceKey instance);

    /// The window is about nothing on the map.
    void deselect();

    /// Selects a member and opens the inspector on it.
    void inspect(String member);

    void inspect(InstanceKey instance);

    void evacuate(String member);

    void restore(String member);

    DragForecast evacuationForecast(String member);

    DragForecast restoreForecast(String member);

    /// How far evacuations and restores are, by member. Asked again with every image.
    Map<String, TrayProgress> underway();
}
