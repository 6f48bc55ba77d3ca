package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.i18n.Messages;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/// The page while a connection that was picked elsewhere is being opened.
final class ReachController {
    private final Page.Reach page;
    private final Messages messages;

    @FXML private Label heading;
    @FXML private Label where;

    ReachController(Page.Reach page, Messages messages) {
        this.page = page;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        heading.setText(messages.text("connect.reach", page.connection().name()));
        where.setText(Where.all(page.connection()));
    }
}
