package dev.pileus.desktop.views;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Lets the last column of a table take the room that is left. Where the others need more room than
/// there is, the table scrolls instead of making them unreadable.
final class ColumnFit {
    /// Of the vertical scroll bar, whether it shows or not.
    private static final double SCROLL_BAR = 18;

    private final TableView<?> view;
    private final Map<TableColumn<?, ?>, Double> wanted = new HashMap<>();
    private boolean fitting;

    ColumnFit(TableView<?> view) {
        this.view = view;
    }

    /// Begins to watch a table whose columns are complete.
    void install() {
        view.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        view.widthProperty().addListener((_, _, _) -> fit());
        for (var column : view.getColumns()) {
            wanted.put(column, column.getPrefWidth());
            column.visibleProperty().addListener((_, _, _) -> fit());
            column.widthProperty()
                    .addListener((_, _, width) -> resized(column, width.doubleValue()));
        }
        fit();
    }

    /// The width that the user gave a column, apart from what it takes as the last one.
    double width(TableColumn<?, ?> column) {
        return wanted.getOrDefault(column, column.getWidth());
    }

    private void resized(TableColumn<?, ?> column, double width) {
        if (!fitting) {
            wanted.put(column, width);
            fit();
        }
    }

    private void fit() {
        var visible = view.getVisibleLeafColumns();
        if (fitting || visible.isEmpty() || view.getWidth() <= 0) {
            return;
        }
        fitting = true;
        double room = view.getWidth() - SCROLL_BAR;
        for (var column : visible.subList(0, visible.size() - 1)) {
            column.setPrefWidth(width(column));
            room -= width(column);
        }
        visible.getLast().setPrefWidth(Math.max(width(visible.getLast()), room));
        fitting = false;
    }
}
