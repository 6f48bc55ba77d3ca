package dev.pileus.desktop.map;

import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// The mouse on the map: select, drag a card to the tray or back to a lane, pan, zoom. Cards are
/// found by place, not by node, so that all of it works at every zoom.
final class MapGestures {
    private static final double ZOOM_STEP = 1.1;

    private final Pane root;
    private final Pane dragLayer;
    private final MapStage stage;
    private final MaintenanceTray tray;
    private final MapSelection selection;
    private final CardTexts texts;
    private final MapActions actions;
    private final Runnable refresh;
    private final Tooltip instanceName = new Tooltip();
    private @Nullable MemberDrag drag;
    private @Nullable DragForecast forecast;
    private @Nullable Point2D panFrom;

    MapGestures(
            Pane root,
            Pane dragLayer,
            MapStage stage,
            MaintenanceTray tray,
            MapSelection selection,
            CardTexts texts,
            MapActions actions,
            Runnable refresh) {
        this.root = root;
        this.dragLayer = dragLayer;
        this.stage = stage;
        this.tray = tray;
        this.selection = selection;
        this.texts = texts;
        this.actions = actions;
        this.refresh = refresh;
    }

    void install() {
        // Filters: the tray's scroll pane would consume a press before it comes up here.
        for (Node area : new Node[] {stage, tray}) {
            area.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
            area.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
            area.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
            area.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
        }
        stage.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        stage.addEventHandler(MouseEvent.MOUSE_MOVED, this::hovered);
        stage.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> instanceName.hide());
        // While dragging, Esc must win over whatever has the focus.
        root.sceneProperty()
                .subscribe((before, now) -> {
                    if (before != null) {
                        before.removeEventFilter(KeyEvent.KEY_PRESSED, this::escape);
                    }
                    if (now != null) {
                        now.addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
                    }
                });
    }

    private void pressed(MouseEvent event) {
        root.requestFocus();
        instanceName.hide();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        var point = scenePoint(event);
        var tapped = cardAt(point);
        if (tapped.isPresent()) {
            drag = new MemberDrag(tapped.get(), isInTray(point), point);
        } else if (isOver(stage, point)) {
            panFrom = point;
        }
    }

    private void dragged(MouseEvent event) {
        var point = scenePoint(event);
        if (panFrom != null) {
            stage.setCursor(Cursor.CLOSED_HAND);
            stage.lookThrough(
                    stage.camera()
                            .moved(point.getX() - panFrom.getX(), point.getY() - panFrom.getY()));
            panFrom = point;
        }
        if (drag == null) {
            return;
        }
        if (drag.shouldBegin(point)) {
            begin(drag);
        }
        if (drag.isMoving()) {
            drag.moveTo(point);
            announce(drag, point);
        }
    }

    private void begin(MemberDrag begun) {
        var member = begun.card().member();
        forecast =
                begun.fromTray()
                        ? actions.restoreForecast(member)
                        : actions.evacuationForecast(member);
        nodeOf(begun).ifPresent(MapGestures::highlight);
        begun.begin(nodeOf(begun), dragLayer);
        stage.showArrivals(forecast.arrivals());
        lift(begun, true);
    }

    /// For its picture; what is selected is marked again with the next look.
    private static void highlight(Node card) {
        switch (card) {
            case MemberCard standing -> standing.select(true);
            case TrayCard resting -> resting.select(true);
            default -> throw new IllegalArgumentException("No card: " + card);
        }
    }

    private void announce(MemberDrag moving, Point2D point) {
        tray.announce(forecast, !moving.fromTray() && isOver(tray, point));
        moving.bounds().ifPresent(bounds -> moving.fade(!tray.makeWay(bounds)));
        stage.markLane(
                moving.fromTray() ? laneAt(point).map(MapLayout.Lane::name).orElse(null) : null);
    }

    private void released(MouseEvent event) {
        panFrom = null;
        stage.setCursor(Cursor.DEFAULT);
        var ended = drag;
        if (ended == null) {
            return;
        }
        var moved = ended.isMoving();
        var point = scenePoint(event);
        end();
        if (!moved) {
            stage.dotAt(point)
                    .map(InstanceDot::key)
                    .ifPresentOrElse(
                            selection::select, () -> selection.select(ended.card().member()));
        } else if (!ended.fromTray() && isOver(tray, point)) {
            actions.evacuate(ended.card().member());
        } else if (ended.fromTray() && isOver(stage, point)) {
            actions.restore(ended.card().member());
        }
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && drag != null) {
            end();
            event.consume();
        }
    }

    /// Puts everything back as it was before the press.
    private void end() {
        if (drag != null) {
            drag.end();
            lift(drag, false);
        }
        drag = null;
        forecast = null;
        tray.announce(null, false);
        stage.showArrivals(Map.of());
        stage.markLane(null);
        refresh.run();
    }

    private void lift(MemberDrag lifted, boolean up) {
        var member = lifted.card().member();
        stage.lift(up && !lifted.fromTray() ? member : null);
        trayCard(member).ifPresent(card -> card.lift(up));
    }

    private void clicked(MouseEvent event) {
        if (!event.isStillSincePress()) {
            return;
        }
        var tapped = cardAt(scenePoint(event));
        if (tapped.isPresent() && event.getClickCount() == 2) {
            stage.dotAt(scenePoint(event))
                    .map(InstanceDot::key)
                    .ifPresentOrElse(
                            selection::inspect, () -> selection.inspect(tapped.get().member()));
        } else if (tapped.isEmpty() && isOver(stage, scenePoint(event))) {
            selection.clear();
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0 && drag == null) {
            var factor = event.getDeltaY() > 0 ? ZOOM_STEP : 1 / ZOOM_STEP;
            stage.lookThrough(
                    stage.camera().zoomed(factor, new Point2D(event.getX(), event.getY())));
            event.consume();
        }
    }

    private void hovered(MouseEvent event) {
        var dot = stage.dotAt(scenePoint(event)).map(texts::instance);
        if (dot.isEmpty()) {
            instanceName.hide();
        } else {
            instanceName.setText(dot.get());
            instanceName.show(stage, event.getScreenX() + 12, event.getScreenY() + 14);
        }
    }

    private Optional<CardContent> cardAt(Point2D point) {
        if (isOver(stage, point)) {
            var local = stage.sceneToLocal(point);
            return stage.placeAt(local.getX(), local.getY()).map(MapLayout.Place::card);
        }
        return tray.cards().stream()
                .filter(card -> isOver(card, point))
                .findFirst()
                .flatMap(TrayCard::content);
    }

    private boolean isInTray(Point2D point) {
        return isOver(tray, point);
    }

    private Optional<MapLayout.Lane> laneAt(Point2D point) {
        var local = stage.sceneToLocal(point);
        return isOver(stage, point) ? stage.laneAt(local.getX(), local.getY()) : Optional.empty();
    }

    private Optional<? extends Node> nodeOf(MemberDrag begun) {
        if (begun.fromTray()) {
            return trayCard(begun.card().member());
        }
        return stage.shown().places().stream()
                .filter(place -> place.card().member().equals(begun.card().member()))
                .flatMap(place -> stage.cardOf(place).stream())
                .findFirst();
    }

    private Optional<TrayCard> trayCard(String member) {
        return tray.cards().stream()
                .filter(card ->
                        card.content().filter(shown -> shown.member().equals(member)).isPresent())
                .findFirst();
    }

    private static boolean isOver(Node node, Point2D scenePoint) {
        return node.getScene() != null
                && node.localToScene(node.getLayoutBounds()).contains(scenePoint);
    }

    private static Point2D scenePoint(MouseEvent event) {
        return new Point2D(event.getSceneX(), event.getSceneY());
    }
}
