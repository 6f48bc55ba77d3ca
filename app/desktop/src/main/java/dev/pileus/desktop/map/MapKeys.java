package dev.pileus.desktop.map;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/// The map without a mouse: arrows move between cards, those in the tray as well; Enter inspects.
/// What can be done to the selected member has its keys in the whole window.
final class MapKeys {
    /// Steps aside from the arrow's direction count more than steps along it.
    private static final double SIDEWAYS = 3;

    private final Pane root;
    private final MapStage stage;
    private final MaintenanceTray tray;
    private final MapSelection selection;

    MapKeys(Pane root, MapStage stage, MaintenanceTray tray, MapSelection selection) {
        this.root = root;
        this.stage = stage;
        this.tray = tray;
        this.selection = selection;
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
            case ENTER -> inspect();
            default -> false;
        };
    }

    private boolean inspect() {
        var member = selection.member();
        if (member != null) {
            selection.inspect(member);
        }
        return member != null;
    }

    /// Where a card stands in the window, in sight or not, and what brings it into sight.
    private record Spot(String member, Bounds bounds, Runnable reveal) {
        double along(Spot to, int dx, int dy) {
            return dx * across(to) + dy * down(to);
        }

        double aside(Spot to, int dx, int dy) {
            return Math.abs(dy * across(to)) + Math.abs(dx * down(to));
        }

        private double across(Spot to) {
            return to.bounds.getCenterX() - bounds.getCenterX();
        }

        private double down(Spot to) {
            return to.bounds.getCenterY() - bounds.getCenterY();
        }
    }

    /// Always an answer to the key: where the map ends, the focus shall not wander off.
    private boolean step(int dx, int dy) {
        var spots = spots();
        var here = spots.stream().filter(spot -> spot.member().equals(selection.member()));
        var next =
                here.findFirst()
                        .map(from -> nearest(from, spots, dx, dy))
                        .orElseGet(() -> spots.stream().findFirst());
        next.ifPresent(spot -> {
            selection.select(spot.member());
            spot.reveal().run();
        });
        return true;
    }

    private List<Spot> spots() {
        var standing =
                stage.shown().places().stream()
                        .map(place ->
                                new Spot(
                                        place.card().member(),
                                        stage.boundsInScene(place),
                                        () -> stage.reveal(place)));
        var resting =
                tray.cards().stream()
                        .flatMap(card ->
                                card.content().stream()
                                        .map(content ->
                                                new Spot(
                                                        content.member(),
                                                        card.localToScene(card.getLayoutBounds()),
                                                        () -> tray.reveal(card))));
        return Stream.concat(standing, resting).toList();
    }

    private static Optional<Spot> nearest(Spot from, List<Spot> spots, int dx, int dy) {
        return spots.stream()
                .filter(to -> from.along(to, dx, dy) > 1)
                .min(
                        Comparator.comparingDouble(
                                to -> from.along(to, dx, dy) + SIDEWAYS * from.aside(to, dx, dy)));
    }
}
