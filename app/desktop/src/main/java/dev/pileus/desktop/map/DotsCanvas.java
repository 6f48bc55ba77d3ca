package dev.pileus.desktop.map;

import dev.pileus.model.store.InstanceKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// One dot per instance; past [#MOST_DOTS] a bar whose parts are as long as the states are
/// frequent, with the count behind it.
final class DotsCanvas extends Canvas {
    static final int MOST_DOTS = 60;

    /// Painted at twice the size, so that it stays sharp when zoomed in.
    private static final double SHARPNESS = 2;

    private static final double LARGE_PITCH = 17.5;
    private static final double SMALL_PITCH = 11;
    private static final double BAR_HEIGHT = 12;

    /// Room round the dots for the ring of the marked one.
    private static final double RING = 4;

    private final double shownWidth;
    private final double shownHeight;
    private final MapColours colours;
    private List<InstanceDot> dots = List.of();
    private @Nullable InstanceKey marked;

    DotsCanvas(double width, double height, MapColours colours) {
        super((width + 2 * RING) * SHARPNESS, (height + 2 * RING) * SHARPNESS);
        this.shownWidth = width;
        this.shownHeight = height;
        this.colours = colours;
        getTransforms().add(new Scale(1 / SHARPNESS, 1 / SHARPNESS));
        setMouseTransparent(true);
    }

    void show(List<InstanceDot> newDots) {
        if (newDots.equals(dots)) {
            return;
        }
        dots = newDots;
        repaint();
    }

    /// Rings one dot; null: none.
    void mark(@Nullable InstanceKey instance) {
        if (!Objects.equals(instance, marked)) {
            var concerned = isHere(instance) || isHere(marked);
            marked = instance;
            if (concerned) {
                repaint();
            }
        }
    }

    private boolean isHere(@Nullable InstanceKey instance) {
        return instance != null && dots.stream().anyMatch(dot -> dot.key().equals(instance));
    }

    void repaint() {
        paint(getGraphicsContext2D());
    }

    /// Where the dots begin.
    void placeDots(double x, double y) {
        relocate(x - RING, y - RING);
    }

    /// The instance under a point, measured from where the dots begin.
    Optional<InstanceDot> at(double x, double y) {
        if (dots.size() > MOST_DOTS) {
            return Optional.empty();
        }
        var column = (int) Math.floor(x / pitch());
        var index = (int) Math.floor(y / pitch()) * perRow() + column;
        var inside = x >= 0 && y >= 0 && column < perRow() && index < dots.size();
        return inside ? Optional.of(dots.get(index)) : Optional.empty();
    }

    private void paint(GraphicsContext graphics) {
        graphics.save();
        graphics.scale(SHARPNESS, SHARPNESS);
        graphics.clearRect(0, 0, shownWidth + 2 * RING, shownHeight + 2 * RING);
        graphics.translate(RING, RING);
        if (dots.size() > MOST_DOTS) {
            paintBar(graphics);
        } else {
            paintDots(graphics);
        }
        graphics.restore();
    }

    private void paintDots(GraphicsContext graphics) {
        var pitch = pitch();
        var size = pitch * 0.63;
        for (int i = 0; i < dots.size(); i++) {
            var x = (i % perRow()) * pitch + 0.5;
            var y = Math.floorDiv(i, perRow()) * pitch + 0.5;
            graphics.setFill(colours.dot(dots.get(i).tone()));
            graphics.fillOval(x, y, size, size);
            if (dots.get(i).key().equals(marked)) {
                graphics.setStroke(colours.accent());
                graphics.setLineWidth(2);
                graphics.strokeOval(x - 2, y - 2, size + 4, size + 4);
            }
        }
    }

    private void paintBar(GraphicsContext graphics) {
        Map<InstanceDot.Tone, Integer> counts = new EnumMap<>(InstanceDot.Tone.class);
        dots.forEach(dot -> counts.merge(dot.tone(), 1, Integer::sum));
        var count = Integer.toString(dots.size());
        var length = shownWidth - 10 - count.length() * 8;
        double x = 0;
        for (var part : counts.entrySet()) {
            var width = length * part.getValue() / dots.size();
            graphics.setFill(colours.dot(part.getKey()));
            graphics.fillRect(x, 2, width, BAR_HEIGHT);
            x += width;
        }
        graphics.setFill(colours.text());
        graphics.fillText(count, length + 8, BAR_HEIGHT);
    }

    private double pitch() {
        var large = ((int) (shownWidth / LARGE_PITCH)) * ((int) (shownHeight / LARGE_PITCH));
        return dots.size() <= large ? LARGE_PITCH : SMALL_PITCH;
    }

    private int perRow() {
        return (int) (shownWidth / pitch());
    }
}
