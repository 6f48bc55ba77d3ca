package dev.pileus.desktop.inspector;

import dev.pileus.desktop.i18n.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;

/// Facts in lines: names on the left, values on the right. Values can be copied.
final class Facts {
    private final Pane place;
    private final Messages messages;
    private List<Fact.Line> shown = List.of();

    Facts(Pane place, Messages messages) {
        this.place = place;
        this.messages = messages;
    }

    /// Shows these facts in place of those before; the same ones are left alone, so that nothing
    /// flickers. Facts without a value are left out.
    void show(List<Fact> facts) {
        var lines =
                facts.stream()
                        .map(fact -> fact.in(messages))
                        .filter(line -> !line.value().isBlank())
                        .toList();
        if (lines.equals(shown)) {
            return;
        }
        shown = lines;
        place.getChildren().setAll(lines.stream().map(this::row).toList());
    }

    private Node row(Fact.Line line) {
        var row = new HBox(16, name(line), value(line));
        row.getStyleClass().add("fact");
        return row;
    }

    private static Node name(Fact.Line line) {
        var name = new Label(line.title());
        name.getStyleClass().add("fact-name");
        name.setMinWidth(Label.USE_PREF_SIZE);
        return name;
    }

    private Node value(Fact.Line line) {
        var value = new Label(line.value());
        value.getStyleClass().add("fact-value");
        value.setWrapText(true);
        value.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(value, Priority.ALWAYS);
        var copy = new MenuItem(messages.text("inspector.copy"));
        copy.setOnAction(_ -> copy(line.value()));
        value.setContextMenu(new ContextMenu(copy));
        return value;
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
