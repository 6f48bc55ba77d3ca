package dev.pileus.desktop.map;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A label and a thin bar: how much of the processors or the memory is in use.
final class LoadBar extends Pane {
    private static final double TRACK_LEFT = 28;
    private static final double TRACK_WIDTH = 74;
    private static final double TRACK_HEIGHT = 8;

    private final Label label;
    private final Region track = new Region();
    private final Region fill = new Region();
    private double share;

    LoadBar(String text) {
        label = new Label(text);
        label.getStyleClass().add("load-label");
        track.getStyleClass().add("load-track");
        fill.getStyleClass().add("load-fill");
        setPrefSize(TRACK_LEFT + TRACK_WIDTH, TRACK_HEIGHT);
        getChildren().addAll(label, track, fill);
    }

    /// @param newShare 0 to 1
    void show(double newShare) {
        if (newShare != share) {
            share = newShare;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        var height = label.prefHeight(-1);
        label.resizeRelocate(0, (TRACK_HEIGHT - height) / 2, TRACK_LEFT - 2, height);
        track.resizeRelocate(TRACK_LEFT, 0, TRACK_WIDTH, TRACK_HEIGHT);
        // A bar shorter than it is high would look like a dot of another shape.
        var width = share <= 0 ? 0 : Math.max(TRACK_HEIGHT, TRACK_WIDTH * share);
        fill.resizeRelocate(TRACK_LEFT, 0, width, TRACK_HEIGHT);
    }
}
