package dev.pileus.desktop.inspector;

import dev.pileus.model.store.MemberImage.LoadSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/// The load of the last hour as a line: full height is all processors busy, or the highest load
/// where that is more.
final class LoadChart {
    private static final Duration SPAN = Duration.ofHours(1);
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

    /// Draws samples.
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
        if (width <= 0 || height <= 0) {
            return;
        }
        double top = Math.max(1, samples.stream().mapToDouble(LoadSample::load).max().orElse(1));
        for (var sample : samples) {
            double age = (double) Duration.between(sample.at(), now).toMillis() / SPAN.toMillis();
            if (age <= 1) {
                line.getPoints().add(1 + width * (1 - Math.max(0, age)));
                line.getPoints().add(INSET + height * (1 - Math.max(0, sample.load()) / top));
            }
        }
        double level = INSET + height * (1 - 1 / top);
        full.setVisible(top > 1);
        full.setStartX(1);
        full.setEndX(1 + width);
        full.setStartY(level);
        full.setEndY(level);
    }
}
