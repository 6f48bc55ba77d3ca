package dev.pileus.desktop.map;

/// What the map asks for. Nothing of it happens without a plan that the user has seen.
public interface MapActions {
    void inspect(String member);

    void evacuate(String member);

    void restore(String member);

    DragForecast evacuationForecast(String member);

    DragForecast restoreForecast(String member);
}
