package dev.pileus.desktop.map;

import javafx.scene.canvas.Canvas;
import org.jspecify.annotations.Nullable;

/// The farthest view: a coloured mark per member, nothing else. One pass over all members.
final class MarksCanvas extends Canvas {
    private static final double FADED = 0.35;
    private static final double SELECTION_GAP = 2;

    private final MapColours colours;
    private boolean empty = true;

    MarksCanvas(MapColours colours) {
        this.colours = colours;
        setMouseTransparent(true);
    }

    void clear() {
        if (!empty) {
            getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
            empty = true;
        }
    }

    void paint(
            MapLayout layout, Camera camera, @Nullable String selected, @Nullable String lifted) {
        var graphics = getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        empty = false;
        var sight = camera.visible(getWidth(), getHeight());
        for (var place : layout.places()) {
            if (!place.bounds().intersects(sight)) {
                continue;
            }
            var member = place.card().member();
            var shown = camera.toScreen(place.bounds());
            var size = Math.max(3, shown.getHeight() * 0.7);
            var x = shown.getMinX() + (shown.getWidth() - size) / 2;
            var y = shown.getMinY() + (shown.getHeight() - size) / 2;
            graphics.setGlobalAlpha(member.equals(lifted) ? FADED : 1);
            graphics.setFill(colours.mark(place.card().condition()));
            graphics.fillOval(x, y, size, size);
            if (member.equals(selected)) {
                graphics.setStroke(colours.accent());
                graphics.strokeOval(
                        x - SELECTION_GAP,
                        y - SELECTION_GAP,
                        size + 2 * SELECTION_GAP,
                        size + 2 * SELECTION_GAP);
            }
        }
        graphics.setGlobalAlpha(1);
    }
}
