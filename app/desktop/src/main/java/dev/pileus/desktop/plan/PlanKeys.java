package dev.pileus.desktop.plan;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Reads a long plan without a mouse: page keys, Home and End go through the instances wherever the
/// focus is, arrows when it is on them; what the instances do not need scrolls the dialog.
final class PlanKeys {
    private static final double ALL = 1e9;

    private final Node dialog;
    private final ScrollPane scroll;
    private final TableView<?> table;

    PlanKeys(Node dialog, ScrollPane scroll, TableView<?> table) {
        this.dialog = dialog;
        this.scroll = scroll;
        this.table = table;
    }

    /// Filters: buttons would take arrows and page keys for themselves.
    void install() {
        dialog.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        var distance = distance(event.getCode());
        if (distance != 0) {
            scroll(distance);
            event.consume();
        }
    }

    /// In pixels; 0: not a key of ours.
    private double distance(KeyCode key) {
        var row = table.getFixedCellSize();
        var page = Math.max(row, scroll.getViewportBounds().getHeight() / 2);
        return switch (key) {
            case PAGE_UP -> -page;
            case PAGE_DOWN -> page;
            case HOME -> -ALL;
            case END -> ALL;
            case UP -> table.isFocused() ? -row : 0;
            case DOWN -> table.isFocused() ? row : 0;
            default -> 0;
        };
    }

    private void scroll(double distance) {
        var moved =
                table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                        ? flow.scrollPixels(distance)
                        : 0;
        if (moved == 0 || Math.abs(distance) == ALL) {
            var content = scroll.getContent().getLayoutBounds().getHeight();
            var hidden = content - scroll.getViewportBounds().getHeight();
            if (hidden > 0) {
                scroll.setVvalue(Math.clamp(scroll.getVvalue() + distance / hidden, 0, 1));
            }
        }
    }
}
