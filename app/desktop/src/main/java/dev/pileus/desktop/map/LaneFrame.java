package dev.pileus.desktop.map;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/// The frame and heading of a lane.
final class LaneFrame extends Pane {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final double PADDING = 16;

    private final String name;
    private final Label title;
    private final Label summary = new Label();

    LaneFrame(String name) {
        this.name = name;
        title = new Label(name);
        title.getStyleClass().add("lane-title");
        summary.getStyleClass().add("lane-summary");
        setManaged(false);
        getStyleClass().add("lane");
        getChildren().addAll(title, summary);
    }

    String name() {
        return name;
    }

    void show(MapLayout.Lane lane, CardTexts texts) {
        summary.setText(texts.lane(lane));
        var bounds = lane.bounds();
        resizeRelocate(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
        requestLayout();
    }

    void mark(boolean target) {
        pseudoClassStateChanged(TARGET, target);
    }

    @Override
    protected void layoutChildren() {
        var right = Math.min(summary.prefWidth(-1), getWidth() * 0.6);
        var left = getWidth() - 2 * PADDING - right - 8;
        title.resizeRelocate(PADDING, 12, left, title.prefHeight(-1));
        summary.resizeRelocate(getWidth() - PADDING - right, 13, right, summary.prefHeight(-1));
    }
}
