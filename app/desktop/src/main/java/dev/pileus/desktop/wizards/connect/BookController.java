package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.i18n.Messages;
import dev.pileus.model.connections.SavedConnection;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The saved connections, to be renamed and removed.
final class BookController {
    private final BookDesk desk;
    private final Messages messages;
    private final Runnable leave;

    @FXML private VBox entries;
    @FXML private Label fault;

    BookController(BookDesk desk, Messages messages, Runnable leave) {
        this.desk = desk;
        this.messages = messages;
        this.leave = leave;
    }

    @FXML
    void initialize() {
        show();
    }

    @FXML
    void close() {
        leave.run();
    }

    private void show() {
        Present.when(false, fault);
        var connections = desk.connections();
        entries.getChildren().clear();
        for (int index = 0; index < connections.size(); index++) {
            entries.getChildren().add(entry(index, connections.get(index)));
        }
        if (connections.isEmpty()) {
            var empty = new Note(messages.text("connect.book.empty"));
            empty.getStyleClass().add("quiet-text");
            entries.getChildren().add(empty);
        }
    }

    private Node entry(int index, SavedConnection connection) {
        var name = new TextField(connection.name());
        name.setAccessibleText(messages.text("connect.name"));
        HBox.setHgrow(name, Priority.ALWAYS);
        var rename = new Button(messages.text("connect.book.rename"));
        rename.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !desk.isFree(name.getText()), name.textProperty()));
        rename.setOnAction(
                _ -> desk.rename(connection, name.getText(), this::show, this::showFault));
        name.setId("connect-book-name-" + index);
        rename.setId("connect-book-rename-" + index);
        var remove = remove(connection);
        remove.setId("connect-book-remove-" + index);
        var line = new HBox(8, name, rename, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        var where = new Note(Where.all(connection));
        where.getStyleClass().addAll("field-note", "mono");
        var entry = new VBox(line, where);
        entry.getStyleClass().add("book-entry");
        return entry;
    }

    /// The first press only asks.
    private Button remove(SavedConnection connection) {
        var remove = new Button(messages.text("connect.book.remove"));
        remove.setMinWidth(Button.USE_PREF_SIZE);
        remove.setOnAction(_ -> {
            remove.setText(messages.text("connect.book.reallyRemove"));
            remove.getStyleClass().add("danger");
            remove.setOnAction(_ -> desk.remove(connection, this::show, this::showFault));
        });
        return remove;
    }

    private void showFault(Throwable failed) {
        fault.setText(messages.text("connect.book.failed", String.valueOf(failed.getMessage())));
        Present.when(true, fault);
    }
}
