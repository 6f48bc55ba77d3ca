package dev.pileus.desktop.shell;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/// A pane at the right or lower edge of a [SplitPane]. Its size is kept in pixels, which a split
/// pane by itself does not: it keeps shares.
final class EdgePane {
    /// Room for a title line.
    private static final double FOLDED = 44;

    private final SplitPane split;
    private final Region pane;
    private double size;
    private boolean placed;
    private boolean folded;

    /// Not shown to begin with.
    EdgePane(SplitPane split, Region pane, double size) {
        this.split = split;
        this.pane = pane;
        this.size = size;
        split.getItems().remove(pane);
    }

    /// What it measures now, or will when it is shown and unfolded.
    double size() {
        if (!placed || folded) {
            return size;
        }
        return isAcross() ? pane.getWidth() : pane.getHeight();
    }

    void show(boolean wanted) {
        var items = split.getItems();
        if (wanted == items.contains(pane)) {
            return;
        }
        if (wanted) {
            items.add(pane);
            placeWhenMeasured();
        } else {
            size = size();
            placed = false;
            items.remove(pane);
        }
    }

    /// Leaves only the title of a pane at the lower edge.
    void fold(boolean wanted) {
        size = size();
        folded = wanted;
        pane.setMaxHeight(wanted ? FOLDED : Double.MAX_VALUE);
        if (placed) {
            place();
        }
    }

    private void placeWhenMeasured() {
        if (length().get() > 0) {
            place();
            return;
        }
        length().addListener(
                        new ChangeListener<Number>() {
                            @Override
                            public void changed(
                                    ObservableValue<? extends Number> length,
                                    Number before,
                                    Number now) {
                                length.removeListener(this);
                                place();
                            }
                        });
    }

    private void place() {
        split.setDividerPosition(0, 1 - (folded ? FOLDED : size) / length().get());
        placed = true;
    }

    private ReadOnlyDoubleProperty length() {
        return isAcross() ? split.widthProperty() : split.heightProperty();
    }

    private boolean isAcross() {
        return split.getOrientation() == Orientation.HORIZONTAL;
    }
}
