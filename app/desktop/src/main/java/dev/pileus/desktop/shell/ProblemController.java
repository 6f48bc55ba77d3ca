package dev.pileus.desktop.shell;

import dev.pileus.desktop.i18n.Messages;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;

/// Tells a [Problem]: what was tried, what the server said, where, and what to do next.
final class ProblemController {
    private final Problem problem;
    private final Messages messages;
    private final Runnable close;

    @FXML private Label title;
    @FXML private Label words;
    @FXML private Label advice;
    @FXML private GridPane facts;

    ProblemController(Problem problem, Messages messages, Runnable close) {
        this.problem = problem;
        this.messages = messages;
        this.close = close;
    }

    @FXML
    void initialize() {
        title.setText(messages.text(problem.title()));
        words.setText(problem.words());
        advice.setText(problem.advice().map(messages::text).orElse(""));
        advice.setManaged(problem.advice().isPresent());
        for (int row = 0; row < problem.facts().size(); row++) {
            var fact = problem.facts().get(row);
            var name = new Label(messages.text(fact.name()));
            name.setMinWidth(Label.USE_PREF_SIZE);
            name.getStyleClass().add("fact-name");
            var value = new Label(messages.text(fact.value()));
            value.setWrapText(true);
            facts.addRow(row, name, value);
        }
    }

    /// For a bug report or a colleague.
    @FXML
    void copy() {
        var content = new ClipboardContent();
        content.putString(
                messages.text(problem.title())
                        + "\n"
                        + problem.words()
                        + "\n"
                        + problem.facts().stream()
                                .map(fact ->
                                        messages.text(fact.name())
                                                + ": "
                                                + messages.text(fact.value()))
                                .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    @FXML
    void close() {
        close.run();
    }
}
