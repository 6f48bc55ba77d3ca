package dev.pileus.desktop.map;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A label and a thin bar: how much of the processors or the memory is in use.
final class LoadBar extends Pane {
    private static final double WIDTH = 102;

    /// Two bars with short labels begin at the same place; a longer label takes from its bar.
    private static final double LABEL_WIDTH = 24;

    private static final double GAP = 4;
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
        setPrefSize(WIDTH, TRACK_HEIGHT);
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
        var labelWidth = Math.max(LABEL_WIDTH, label.prefWidth(-1));
        label.resizeRelocate(0, (TRACK_HEIGHT - height) / 2, labelWidth, height);
        var left = labelWidth + GAP;
        var length = WIDTH - left;
        track.resizeRelocate(left, 0, length, TRACK_HEIGHT);
        // A bar shorter than it is high would look like a dot of another shape.
        var width = share <= 0 ? 0 : Math.max(TRACK_HEIGHT, length * share);
        fill.resizeRelocate(left, 0, width, TRACK_HEIGHT);
    }
}
