package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.theme.Tone;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;

/// The last page: connected; what should it be called?
final class NameController {
    private final Page.Name page;
    private final ConnectWorkflow workflow;
    private final Messages messages;
    private final Lifetime lifetime;

    @FXML private Label heading;
    @FXML private GridPane facts;
    @FXML private TextField name;
    @FXML private Label note;

    NameController(Page.Name page, ConnectWorkflow workflow, Messages messages, Lifetime lifetime) {
        this.page = page;
        this.workflow = workflow;
        this.messages = messages;
        this.lifetime = lifetime;
    }

    @FXML
    void initialize() {
        var environment = page.cluster().server().environment();
        var connection = page.cluster().connection();
        heading.setText(
                messages.text(
                        environment.serverClustered()
                                ? "connect.name.cluster"
                                : "connect.name.server",
                        Where.first(connection)));
        var known = new Facts(facts, messages);
        known.add(
                "connect.name.product",
                Phrase.verbatim(
                        page.cluster().server().product().title()
                                + " "
                                + environment.serverVersion()));
        known.add("connect.name.answering", Phrase.verbatim(environment.serverName()));
        connection
                .pin()
                .ifPresent(pin ->
                        known.add("connect.name.pin", Phrase.verbatim(Hex.grouped(pin)))
                                .getStyleClass()
                                .add("mono"));
        new Typed(lifetime).into(name, workflow.inputs().name());
        lifetime.follow(workflow.inputs().name(), _ -> check());
        name.selectAll();
    }

    private void check() {
        var fault = workflow.readiness().nameFault(page);
        (fault.isPresent() ? Tone.DANGER : Tone.NEUTRAL).paint(note);
        note.setText(messages.text(fault.orElse(Phrase.of("connect.name.note"))));
    }
}
