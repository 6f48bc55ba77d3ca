package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.i18n.Phrase;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/// Names and values in two columns.
final class Facts {
    private final GridPane grid;
    private final Messages messages;

    Facts(GridPane grid, Messages messages) {
        this.grid = grid;
        this.messages = messages;
        grid.getChildren().clear();
    }

    Label add(String key, Phrase value) {
        var name = new Label(messages.text(key));
        name.setMinWidth(Label.USE_PREF_SIZE);
        name.getStyleClass().add("fact-name");
        GridPane.setValignment(name, VPos.TOP);
        var text = new Label(messages.text(value));
        text.setWrapText(true);
        grid.addRow(grid.getRowCount(), name, text);
        return text;
    }
}
