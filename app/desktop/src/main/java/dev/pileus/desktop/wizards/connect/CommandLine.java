package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.i18n.Messages;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A command of the stock client, to be copied.
final class CommandLine extends HBox {
    CommandLine(String command, Messages messages) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("command-box", "line");
        var text = new Label(command);
        text.getStyleClass().add("mono");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        setHgrow(text, Priority.ALWAYS);
        var copy = new Button(messages.text("connect.copy"));
        copy.getStyleClass().add("link");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(_ -> {
            copyToClipboard(command);
            copy.setText(messages.text("connect.copied"));
        });
        getChildren().addAll(text, copy);
    }

    static void copyToClipboard(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
