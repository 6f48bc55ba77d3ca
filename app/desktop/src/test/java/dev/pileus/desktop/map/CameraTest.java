package dev.pileus.desktop.map;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class CameraTest {
    @Test
    void keepsThePointUnderThePointerWhileZooming() {
        var camera = new Camera(1, 30, 40);
        var pivot = new Point2D(200, 100);
        var before = camera.toMap(pivot.getX(), pivot.getY());
        var after = camera.zoomed(1.7, pivot).toMap(pivot.getX(), pivot.getY());
        assertThat(after.distance(before)).isLessThan(1e-9);
    }

    @Test
    void zoomsNoFartherThanItsLimits() {
        assertThat(Camera.START.zoomed(1e6, Point2D.ZERO).zoom()).isEqualTo(Camera.MOST);
        assertThat(Camera.START.zoomed(1e-6, Point2D.ZERO).zoom()).isEqualTo(Camera.LEAST);
    }

    @Test
    void showsLessDetailFromFartherAway() {
        assertThat(Detail.at(1)).isEqualTo(Detail.FULL);
        assertThat(Detail.at(0.4)).isEqualTo(Detail.COMPACT);
        assertThat(Detail.at(0.1)).isEqualTo(Detail.MARK);
    }
}
