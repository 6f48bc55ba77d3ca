package dev.pileus.desktop.activity;

import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.shell.Problem;
import dev.pileus.desktop.shell.Shell;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// One line of the pane. Cells are used again for other lines.
final class ActivityCell extends ListCell<ActivityLine> {
    private final Messages messages;
    private final WorkBar bar;
    private final Label time = new Label();
    private final Label what = new Label();
    private final Label detail = new Label();
    private final Label quiet = new Label();
    private final HBox event = new HBox(12, time, what, detail);
    private Optional<Problem> problem = Optional.empty();

    ActivityCell(Activity activity, Shell shell, Messages messages) {
        this.messages = messages;
        this.bar = new WorkBar(activity, messages);
        getStyleClass().setAll("activity-cell");
        event.getStyleClass().add("event-line");
        quiet.getStyleClass().add("quiet-text");
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        time.setMinWidth(Label.USE_PREF_SIZE);
        what.setMinWidth(Label.USE_PREF_SIZE);
        setPrefWidth(0);
        setOnMouseClicked(_ -> problem.ifPresent(shell::explain));
    }

    @Override
    protected void updateItem(@Nullable ActivityLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        setGraphic(null);
        problem = Optional.empty();
        if (line == null || empty) {
            return;
        }
        switch (line) {
            case ActivityLine.Work(var work) -> {
                bar.show(work);
                setGraphic(bar.node());
            }
            case ActivityLine.Event(var past) -> show(past);
            case ActivityLine.Quiet(var sentence) -> {
                quiet.setText(messages.text(sentence));
                setGraphic(quiet);
            }
        }
    }

    private void show(PastEvent past) {
        problem = past.problem();
        time.setText(messages.moments().secondOf(past.at()));
        what.setText(messages.text(past.what()));
        detail.setText(messages.text(past.detail()));
        past.tone().paint(event);
        event.getStyleClass().remove("opens");
        if (problem.isPresent()) {
            event.getStyleClass().add("opens");
        }
        setAccessibleText(String.join(" ", time.getText(), what.getText(), detail.getText()));
        setGraphic(event);
    }
}
