package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.theme.Tone;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The page on which a person compares fingerprints.
final class CompareController {
    private final Page.Compare page;
    private final ConnectWorkflow workflow;
    private final Messages messages;
    private final Lifetime lifetime;

    @FXML private Label hint;
    @FXML private Label fingerprint;
    @FXML private GridPane facts;
    @FXML private VBox commands;
    @FXML private TextField expected;
    @FXML private Label verdict;

    CompareController(
            Page.Compare page, ConnectWorkflow workflow, Messages messages, Lifetime lifetime) {
        this.page = page;
        this.workflow = workflow;
        this.messages = messages;
        this.lifetime = lifetime;
    }

    @FXML
    void initialize() {
        hint.setText(messages.text("connect.compare.hint", Where.first(page.connection())));
        fingerprint.setText(Hex.grouped(page.fingerprint()));
        var certificate = new Facts(facts, messages);
        certificate.add(
                "connect.compare.subject",
                Phrase.verbatim(page.presented().getSubjectX500Principal().getName()));
        certificate.add(
                "connect.compare.until",
                new Phrase.Day(page.presented().getNotAfter().toInstant()));
        commands.getChildren()
                .addAll(
                        new CommandLine("incus info | grep certificate_fingerprint", messages),
                        new CommandLine("lxc info | grep certificate_fingerprint", messages));
        new Typed(lifetime).into(expected, workflow.inputs().expected());
        lifetime.follow(workflow.inputs().expected(), _ -> judge());
    }

    private void judge() {
        var comparison = workflow.readiness().compare(page);
        Present.when(comparison != Comparison.BY_EYE, verdict);
        var key = "connect.compare." + comparison.name().toLowerCase(Locale.ROOT);
        switch (comparison) {
            case BY_EYE -> verdict.setText("");
            case SAME -> say(Tone.OK, messages.text(key));
            case UNREADABLE -> say(Tone.CAUTION, messages.text(key));
            case DIFFERENT -> say(Tone.DANGER, messages.text(key));
        }
    }

    private void say(Tone tone, String text) {
        tone.paint(verdict);
        verdict.setText(text);
    }
}
