package dev.pileus.desktop.inspector;

import dev.pileus.desktop.actions.Actions;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.i18n.Messages;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A group, warning, certificate or operation.
final class PlainController {
    private final Entity entity;
    private final Messages messages;
    private final Actions actions;

    @FXML private Region dot;
    @FXML private Label name;
    @FXML private MenuButton more;
    @FXML private Label status;
    @FXML private VBox facts;
    @FXML private HBox buttons;
    @FXML private Label note;

    private Facts lines;
    private ActionButtons offers;

    PlainController(Entity entity, Messages messages, Actions actions) {
        this.entity = entity;
        this.messages = messages;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        lines = new Facts(facts, messages);
        offers = new ActionButtons(actions, messages, buttons, more, note);
    }

    void show(PlainPage page) {
        page.tone().paint(dot);
        name.setText(page.title());
        status.setText(messages.text(page.status()));
        lines.show(page.facts());
        offers.offer(entity);
    }
}
