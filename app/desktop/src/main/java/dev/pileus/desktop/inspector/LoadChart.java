package dev.pileus.desktop.inspector;

import dev.pileus.model.store.MemberImage.LoadSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/// The load since the first sample as a line over the whole width: full height is all processors
/// busy, or the highest load where that is more.
final class LoadChart {
    private static final double INSET = 4;

    private final Pane pane;
    private final Polyline line = new Polyline();
    private final Line full = new Line();
    private List<LoadSample> samples = List.of();
    private Instant now = Instant.EPOCH;

    LoadChart(Pane pane) {
        this.pane = pane;
        line.getStyleClass().add("load-line");
        full.getStyleClass().add("load-full");
        pane.getChildren().setAll(full, line);
        pane.widthProperty().addListener((_, _, _) -> draw());
        pane.heightProperty().addListener((_, _, _) -> draw());
    }

    /// Draws samples; the last one holds until now.
    ///
    /// @param now the right edge
    void show(List<LoadSample> samples, Instant now) {
        this.samples = samples;
        this.now = now;
        draw();
    }

    private void draw() {
        double width = pane.getWidth() - 2;
        double height = pane.getHeight() - 2 * INSET;
        line.getPoints().clear();
        if (width <= 0 || height <= 0 || samples.isEmpty()) {
            full.setVisible(false);
            return;
        }
        double top = Math.max(1, samples.stream().mapToDouble(LoadSample::load).max().orElse(1));
        var first = samples.getFirst().at();
        double span = Math.max(1, Duration.between(first, now).toMillis());
        for (var sample : samples) {
            double passed = Duration.between(first, sample.at()).toMillis();
            add(1 + width * Math.clamp(passed / span, 0, 1), level(sample, top, height));
        }
        add(1 + width, level(samples.getLast(), top, height));
        double level = INSET + height * (1 - 1 / top);
        full.setVisible(top > 1);
        full.setStartX(1);
        full.setEndX(1 + width);
        full.setStartY(level);
        full.setEndY(level);
    }

    private void add(double x, double y) {
        line.getPoints().addAll(x, y);
    }

    private static double level(LoadSample sample, double top, double height) {
        return INSET + height * (1 - Math.max(0, sample.load()) / top);
    }
}
