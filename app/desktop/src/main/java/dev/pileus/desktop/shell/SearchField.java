package dev.pileus.desktop.shell;

import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.search.Hit;
import dev.pileus.desktop.search.Search;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/// The field at the top and the list that drops from it: type, go up and down, Enter does it. The
/// list is part of the window, not a window of its own: those have no shadows everywhere.
final class SearchField {
    private static final double ROW = 38;
    private static final double FRAME = 14;
    private static final double WIDTH = 420;

    private final TextField field;
    private final Search search;
    private final Messages messages;
    private final ListView<Hit> hits = new ListView<>();
    private final Label nothing = new Label();

    /// @param layer over the whole window, where the list lies
    SearchField(TextField field, Search search, Messages messages, Pane layer) {
        this.field = field;
        this.search = search;
        this.messages = messages;
        nothing.getStyleClass().add("quiet-text");
        hits.setId("search-hits");
        hits.getStyleClass().add("search-hits");
        hits.setFixedCellSize(ROW);
        hits.setFocusTraversable(false);
        hits.setCellFactory(_ -> new HitCell(this::run));
        hits.setPlaceholder(nothing);
        hits.setVisible(false);
        hits.setManaged(false);
        layer.setPickOnBounds(false);
        layer.getChildren().add(hits);
        field.textProperty().addListener((_, _, _) -> find());
        field.focusedProperty().addListener((_, _, focused) -> focus(focused));
        field.setOnMouseClicked(_ -> find());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void focus(boolean focused) {
        if (focused) {
            find();
        } else {
            hits.setVisible(false);
        }
    }

    private void find() {
        if (!field.isFocused()) {
            return;
        }
        hits.getItems().setAll(search.find(field.getText(), messages));
        hits.getSelectionModel().selectFirst();
        nothing.setText(messages.text("shell.search.nothing", field.getText()));
        hits.setVisible(!hits.getItems().isEmpty() || !field.getText().isBlank());
        var bounds = field.localToScene(field.getLayoutBounds());
        hits.resizeRelocate(
                bounds.getMinX(),
                bounds.getMaxY() + 6,
                Math.max(WIDTH, bounds.getWidth()),
                Math.max(1, hits.getItems().size()) * ROW + FRAME);
    }

    private void pressed(KeyEvent key) {
        boolean used =
                switch (key.getCode()) {
                    case DOWN -> step(1);
                    case UP -> step(-1);
                    case ENTER -> runSelected();
                    case ESCAPE -> leave();
                    default -> false;
                };
        if (used) {
            key.consume();
        }
    }

    private boolean step(int by) {
        int count = hits.getItems().size();
        if (count > 0) {
            int index = Math.floorMod(hits.getSelectionModel().getSelectedIndex() + by, count);
            hits.getSelectionModel().select(index);
            hits.scrollTo(index);
        }
        return true;
    }

    private boolean runSelected() {
        var hit = hits.getSelectionModel().getSelectedItem();
        if (hit != null) {
            run(hit);
        }
        return true;
    }

    private boolean leave() {
        field.clear();
        hits.setVisible(false);
        KeyboardHome.focus(field.getScene());
        return true;
    }

    private void run(Hit hit) {
        leave();
        hit.run().run();
    }
}
