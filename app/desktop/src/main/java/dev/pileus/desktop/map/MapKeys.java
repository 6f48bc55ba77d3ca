package dev.pileus.desktop.map;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/// The map without a mouse: arrows move between cards, Enter inspects, E evacuates, R restores.
final class MapKeys {
    /// Steps aside from the arrow's direction count more than steps along it.
    private static final double SIDEWAYS = 3;

    private final Pane root;
    private final MapStage stage;
    private final MapSelection selection;
    private final MapActions actions;

    MapKeys(Pane root, MapStage stage, MapSelection selection, MapActions actions) {
        this.root = root;
        this.stage = stage;
        this.selection = selection;
        this.actions = actions;
    }

    void install() {
        root.setFocusTraversable(true);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() ? zoomed(event.getCode()) : acted(event.getCode())) {
            event.consume();
        }
    }

    private boolean zoomed(KeyCode key) {
        switch (key) {
            case PLUS, EQUALS, ADD -> stage.zoom(1.25);
            case MINUS, SUBTRACT -> stage.zoom(0.8);
            case DIGIT0, NUMPAD0 -> stage.fit();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean acted(KeyCode key) {
        return switch (key) {
            case LEFT -> step(-1, 0);
            case RIGHT -> step(1, 0);
            case UP -> step(0, -1);
            case DOWN -> step(0, 1);
            case ENTER -> withSelected(actions::inspect);
            case E -> withSelected(actions::evacuate);
            case R -> withSelected(actions::restore);
            default -> false;
        };
    }

    private boolean withSelected(Consumer<String> action) {
        var member = selection.member();
        if (member != null) {
            action.accept(member);
        }
        return member != null;
    }

    private boolean step(int dx, int dy) {
        var places = stage.shown().places();
        var here =
                places.stream()
                        .filter(place -> place.card().member().equals(selection.member()))
                        .findFirst();
        var next = here.isEmpty() ? places.stream().findFirst() : nearest(here.get(), dx, dy);
        next.ifPresent(place -> {
            selection.select(place.card().member());
            stage.reveal(place);
        });
        return next.isPresent();
    }

    private Optional<MapLayout.Place> nearest(MapLayout.Place from, int dx, int dy) {
        return stage.shown().places().stream()
                .filter(place -> along(from, place, dx, dy) > 1)
                .min(
                        Comparator.comparingDouble(place ->
                                along(from, place, dx, dy)
                                        + SIDEWAYS * aside(from, place, dx, dy)));
    }

    private static double along(MapLayout.Place from, MapLayout.Place to, int dx, int dy) {
        return dx * (to.centreX() - from.centreX()) + dy * (to.centreY() - from.centreY());
    }

    private static double aside(MapLayout.Place from, MapLayout.Place to, int dx, int dy) {
        return Math.abs(dy * (to.centreX() - from.centreX()))
                + Math.abs(dx * (to.centreY() - from.centreY()));
    }
}
