package dev.pileus.desktop.map;

import dev.pileus.model.store.InstanceKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;
import org.jspecify.annotations.Nullable;

/// The part of the window that shows the lanes through a camera. Only cards in sight are nodes; far
/// away they are marks on a canvas.
final class MapStage extends Region {
    /// Between edges that run side by side.
    private static final double EDGE_GAP = 12;

    private final Supplier<MemberCard> newCard;
    private final CardTexts texts;
    private final Pane world = new Pane();
    private final Pane laneLayer = new Pane();
    private final Pane edgeLayer = new Pane();
    private final Pane cardLayer = new Pane();
    private final MarksCanvas marks;
    private final Affine transform = new Affine();
    private final CardPool pool;
    private MapLayout layout = new MapLayout(List.of(), List.of(), 0, 0);
    private Camera camera = Camera.START;
    private boolean fitted = true;
    private Runnable cameraMoved = () -> {};
    private @Nullable String selected;
    private @Nullable InstanceKey marked;
    private @Nullable String lifted;
    private Map<String, Integer> arrivals = Map.of();

    MapStage(Supplier<MemberCard> newCard, CardTexts texts, MapColours colours) {
        this.newCard = newCard;
        this.texts = texts;
        pool = new CardPool(cardLayer, this.newCard);
        marks = new MarksCanvas(colours);
        getStyleClass().add("map-stage");
        world.getTransforms().add(transform);
        world.setManaged(false);
        world.getChildren().addAll(laneLayer, edgeLayer, cardLayer);
        getChildren().addAll(world, marks);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        widthProperty().subscribe(this::resized);
        heightProperty().subscribe(this::resized);
    }

    void show(MapLayout newLayout) {
        layout = newLayout;
        drawLanes();
        drawEdges();
        if (fitted) {
            camera = Camera.fit(layout, getWidth(), getHeight());
        }
        look();
    }

    MapLayout shown() {
        return layout;
    }

    Camera camera() {
        return camera;
    }

    void onCameraMoved(Runnable listener) {
        cameraMoved = listener;
    }

    /// Shows the whole map, and keeps doing so when the window or the map changes.
    void fit() {
        fitted = true;
        camera = Camera.fit(layout, getWidth(), getHeight());
        look();
    }

    void lookThrough(Camera newCamera) {
        fitted = false;
        camera = newCamera;
        look();
    }

    void zoom(double factor) {
        lookThrough(camera.zoomed(factor, new Point2D(getWidth() / 2, getHeight() / 2)));
    }

    /// In other colours.
    void repaint() {
        pool.shown().forEach(MemberCard::repaint);
        look();
    }

    /// Marks a card, or the dot of an instance; null: none.
    void select(@Nullable String member, @Nullable InstanceKey instance) {
        selected = member;
        marked = instance;
        look();
    }

    void lift(@Nullable String member) {
        lifted = member;
        hideLiftedEdges();
        look();
    }

    void showArrivals(Map<String, Integer> newArrivals) {
        arrivals = Map.copyOf(newArrivals);
        look();
    }

    /// The card under a point of this region.
    Optional<MapLayout.Place> placeAt(double x, double y) {
        var point = camera.toMap(x, y);
        return layout.places().stream().filter(place -> place.bounds().contains(point)).findFirst();
    }

    Optional<MapLayout.Lane> laneAt(double x, double y) {
        var point = camera.toMap(x, y);
        return layout.lanes().stream().filter(lane -> lane.bounds().contains(point)).findFirst();
    }

    /// The instance whose dot is under a point of the scene.
    Optional<InstanceDot> dotAt(Point2D scene) {
        var point = sceneToLocal(scene);
        return placeAt(point.getX(), point.getY())
                .flatMap(this::cardOf)
                .flatMap(card -> card.dotAt(scene));
    }

    Optional<MemberCard> cardOf(MapLayout.Place place) {
        return pool.find(place);
    }

    /// Where a card stands in the window; outside of it when it is out of sight.
    Bounds boundsInScene(MapLayout.Place place) {
        var shown = camera.toScreen(place.bounds());
        return localToScene(
                new BoundingBox(
                        shown.getMinX(), shown.getMinY(), shown.getWidth(), shown.getHeight()));
    }

    /// Moves the camera just so far that a card is in sight.
    void reveal(MapLayout.Place place) {
        var shown = camera.toScreen(place.bounds());
        var dx = overlap(shown.getMinX(), shown.getMaxX(), getWidth());
        var dy = overlap(shown.getMinY(), shown.getMaxY(), getHeight());
        if (dx != 0 || dy != 0) {
            lookThrough(camera.moved(dx, dy));
        }
    }

    private static double overlap(double from, double to, double size) {
        if (from < 0) {
            return -from;
        }
        return to > size ? Math.max(size - to, -from) : 0;
    }

    private void resized() {
        marks.setWidth(getWidth());
        marks.setHeight(getHeight());
        if (fitted) {
            camera = Camera.fit(layout, getWidth(), getHeight());
        }
        look();
    }

    private void look() {
        transform.setToTransform(
                camera.zoom(), 0, camera.offsetX(), 0, camera.zoom(), camera.offsetY());
        var detail = Detail.at(camera.zoom());
        edgeLayer.setVisible(detail != Detail.MARK);
        if (detail == Detail.MARK) {
            pool.keep(new HashSet<>());
            marks.paint(layout, camera, selected, lifted);
        } else {
            marks.clear();
            showCards(detail);
        }
        cameraMoved.run();
    }

    private void showCards(Detail detail) {
        var sight = camera.visible(getWidth(), getHeight());
        var inSight =
                layout.places().stream().filter(place -> place.bounds().intersects(sight)).toList();
        pool.keep(new HashSet<>(inSight.stream().map(CardPool.Key::of).toList()));
        for (var place : inSight) {
            var member = place.card().member();
            var card = pool.take(place);
            card.show(place.card(), place.lane(), detail);
            card.select(member.equals(selected));
            card.mark(marked);
            card.lift(member.equals(lifted));
            card.showArrivals(arrivals.getOrDefault(member, 0));
            card.relocate(place.bounds().getMinX(), place.bounds().getMinY());
        }
    }

    private void drawLanes() {
        var known = new HashMap<String, LaneFrame>();
        for (var node : laneLayer.getChildren()) {
            if (node instanceof LaneFrame frame) {
                known.put(frame.name(), frame);
            }
        }
        laneLayer
                .getChildren()
                .setAll(
                        layout.lanes().stream()
                                .map(lane -> {
                                    var frame = known.computeIfAbsent(lane.name(), LaneFrame::new);
                                    frame.show(lane, texts);
                                    return frame;
                                })
                                .toList());
    }

    private void drawEdges() {
        var edges = Edge.of(layout);
        var lines = new ArrayList<EdgeLine>(edges.size());
        for (var edge : edges) {
            lines.add(new EdgeLine(edge, (lines.size() - (edges.size() - 1) / 2.0) * EDGE_GAP));
        }
        edgeLayer.getChildren().setAll(lines);
        hideLiftedEdges();
    }

    /// They would shine through the faded card.
    private void hideLiftedEdges() {
        for (var node : edgeLayer.getChildren()) {
            if (node instanceof EdgeLine line) {
                line.setVisible(!line.edge().joins(lifted));
            }
        }
    }

    List<Edge> edges() {
        return edgeLayer.getChildren().stream()
                .filter(EdgeLine.class::isInstance)
                .map(line -> ((EdgeLine) line).edge())
                .toList();
    }

    /// What stands on the map: what its card says, or what the mark or the card beyond the edge
    /// stands for. Making nodes of a thousand of those would take seconds.
    List<CardContent> contents() {
        return layout.places().stream()
                .map(place -> cardOf(place).flatMap(MemberCard::content).orElse(place.card()))
                .toList();
    }

    /// Where drop marks of lanes are shown while dragging; null: none.
    void markLane(@Nullable String lane) {
        for (var node : laneLayer.getChildren()) {
            if (node instanceof LaneFrame frame) {
                frame.mark(frame.name().equals(lane));
            }
        }
    }
}
