package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.wizards.connect.Inputs.Introduction;
import dev.pileus.trust.PemCertificates;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/// The page on which the server gets to trust us.
final class TrustController {
    private final Page.Trust page;
    private final ConnectWorkflow workflow;
    private final Messages messages;
    private final Lifetime lifetime;

    @FXML private Label heading;
    @FXML private ToggleButton byToken;
    @FXML private ToggleButton byPassword;
    @FXML private ToggleButton byHand;
    @FXML private VBox tokenPane;
    @FXML private VBox tokenCommand;
    @FXML private TextArea token;
    @FXML private VBox tokenFacts;
    @FXML private VBox passwordPane;
    @FXML private PasswordField password;
    @FXML private VBox handPane;
    @FXML private VBox handCommand;
    @FXML private Label certificate;
    @FXML private Label file;
    @FXML private Button copy;

    TrustController(
            Page.Trust page, ConnectWorkflow workflow, Messages messages, Lifetime lifetime) {
        this.page = page;
        this.workflow = workflow;
        this.messages = messages;
        this.lifetime = lifetime;
    }

    @FXML
    void initialize() {
        heading.setText(messages.text("connect.trust", Where.first(page.connection())));
        var inputs = workflow.inputs();
        Present.when(page.refusal().passwordMayHelp(), byPassword);
        new Segments<Introduction>()
                .with(Introduction.TOKEN, byToken, tokenPane)
                .with(Introduction.PASSWORD, byPassword, passwordPane)
                .with(Introduction.BY_HAND, byHand, handPane)
                .bind(inputs.introduction(), lifetime);
        Present.when(page.refusal().passwordMayHelp(), byPassword);
        var typed = new Typed(lifetime);
        typed.into(token, inputs.trustToken());
        TokenField.tame(token, workflow::next);
        typed.into(password, inputs.password());
        var facts = new TokenFacts(tokenFacts, messages);
        lifetime.follow(inputs.trustToken(), _ -> facts.show(workflow.readiness().trustToken()));
        var commands = new TrustCommands(page.refusal().isIncus());
        tokenCommand.getChildren().add(new CommandLine(commands.token(), messages));
        handCommand
                .getChildren()
                .add(new CommandLine(commands.byHand(page.certificate()), messages));
        certificate.setText(Hex.grouped(page.refusal().shown().fingerprint()));
        file.setText(page.certificate().toString());
    }

    /// For an admin at another machine.
    @FXML
    void copy() {
        CommandLine.copyToClipboard(PemCertificates.text(page.refusal().shown().chain()));
        copy.setText(messages.text("connect.copied"));
    }
}
