package dev.pileus.desktop.map;

import dev.pileus.model.store.InstanceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Only notes what the map asks for.
final class NotedActions implements MapActions {
    private final List<String> asked = new ArrayList<>();

    /// What was asked for, e.g. `select node3`; on the screen's thread.
    List<String> asked() {
        return asked;
    }

    @Override
    public void select(String member) {
        asked.add("select " + member);
    }

    @Override
    public void select(InstanceKey instance) {
        asked.add("select " + instance.project() + "/" + instance.name());
    }

    @Override
    public void inspect(InstanceKey instance) {
        asked.add("inspect " + instance.project() + "/" + instance.name());
    }

    @Override
    public void deselect() {
        asked.add("deselect");
    }

    @Override
    public void inspect(String member) {
        asked.add("inspect " + member);
    }

    @Override
    public void evacuate(String member) {
        asked.add("evacuate " + member);
    }

    @Override
    public void restore(String member) {
        asked.add("restore " + member);
    }

    @Override
    public DragForecast evacuationForecast(String member) {
        return new DragForecast("", "", DragForecast.Tone.OK, Map.of());
    }

    @Override
    public DragForecast restoreForecast(String member) {
        return new DragForecast("", "", DragForecast.Tone.OK, Map.of());
    }

    @Override
    public Map<String, TrayProgress> underway() {
        return Map.of();
    }
}
