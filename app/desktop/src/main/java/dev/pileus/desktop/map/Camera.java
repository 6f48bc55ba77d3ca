package dev.pileus.desktop.map;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Which part of the map the window shows: screen = map × zoom + offset. Immutable.
record Camera(double zoom, double offsetX, double offsetY) {
    static final double LEAST = 0.02;
    static final double MOST = 2;

    static final Camera START = new Camera(1, 0, 0);

    Camera {
        zoom = Math.clamp(zoom, LEAST, MOST);
    }

    /// The whole map, centred across, at most at 100 %.
    static Camera fit(MapLayout layout, double width, double height) {
        if (layout.width() <= 0 || layout.height() <= 0 || width <= 0 || height <= 0) {
            return START;
        }
        var zoom = Math.min(1, Math.min(width / layout.width(), height / layout.height()));
        return new Camera(zoom, 0, 0).centred(layout, width);
    }

    private Camera centred(MapLayout layout, double width) {
        return new Camera(zoom, Math.max(0, (width - layout.width() * zoom) / 2), 0);
    }

    Camera moved(double dx, double dy) {
        return new Camera(zoom, offsetX + dx, offsetY + dy);
    }

    /// Keeps the point of the map under the pivot where it is.
    Camera zoomed(double factor, Point2D pivot) {
        var target = Math.clamp(zoom * factor, LEAST, MOST);
        var ratio = target / zoom;
        return new Camera(
                target,
                pivot.getX() - (pivot.getX() - offsetX) * ratio,
                pivot.getY() - (pivot.getY() - offsetY) * ratio);
    }

    Point2D toMap(double screenX, double screenY) {
        return new Point2D((screenX - offsetX) / zoom, (screenY - offsetY) / zoom);
    }

    Rectangle2D toScreen(Rectangle2D map) {
        return new Rectangle2D(
                map.getMinX() * zoom + offsetX,
                map.getMinY() * zoom + offsetY,
                map.getWidth() * zoom,
                map.getHeight() * zoom);
    }

    /// The part of the map that a window of this size shows.
    Rectangle2D visible(double width, double height) {
        return new Rectangle2D(-offsetX / zoom, -offsetY / zoom, width / zoom, height / zoom);
    }
}
