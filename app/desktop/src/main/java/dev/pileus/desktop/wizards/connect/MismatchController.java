package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.i18n.Messages;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/// The page that ends the way: not the server that was meant.
final class MismatchController {
    private final Page.Mismatch page;
    private final Messages messages;

    @FXML private Label heading;
    @FXML private Label explanation;
    @FXML private Label expectedTitle;
    @FXML private Label expected;
    @FXML private Label presented;
    @FXML private Label advice;

    MismatchController(Page.Mismatch page, Messages messages) {
        this.page = page;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        var kind = page.expectation().name().toLowerCase(Locale.ROOT);
        heading.setText(messages.text("connect.mismatch", Where.first(page.connection())));
        explanation.setText(messages.text("connect.mismatch." + kind));
        expectedTitle.setText(messages.text("connect.mismatch.expected." + kind));
        expected.setText(Hex.grouped(page.expected()));
        presented.setText(Hex.grouped(page.presented()));
        advice.setText(messages.text("connect.mismatch.advice." + kind));
    }
}
