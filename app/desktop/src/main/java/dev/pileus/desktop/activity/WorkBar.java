package dev.pileus.desktop.activity;

import dev.pileus.desktop.i18n.Messages;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A piece of work with its progress.
final class WorkBar {
    private final Messages messages;
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label left = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel = new Button("", new FontIcon(MaterialDesignC.CLOSE));
    private final GridPane node = new GridPane();
    private Optional<OngoingWork> shown = Optional.empty();

    WorkBar(Activity activity, Messages messages) {
        this.messages = messages;
        node.getStyleClass().add("work");
        title.getStyleClass().add("work-title");
        detail.getStyleClass().add("work-detail");
        left.getStyleClass().add("work-left");
        cancel.getStyleClass().add("tool");
        cancel.setAccessibleText(messages.text("activity.cancel"));
        cancel.setOnAction(_ -> shown.ifPresent(activity::cancel));
        progress.setMaxWidth(Double.MAX_VALUE);
        arrange();
    }

    Node node() {
        return node;
    }

    void show(OngoingWork work) {
        shown = Optional.of(work);
        title.setText(messages.text(work.title()));
        detail.setText(messages.text(work.detail()));
        progress.setProgress(work.share().orElse(ProgressBar.INDETERMINATE_PROGRESS));
        left.setText(
                work.left()
                        .map(time ->
                                messages.text("activity.left", messages.moments().duration(time)))
                        .orElse(""));
        cancel.setVisible(work.mayCancel());
    }

    /// Title and detail above, the bar below, time and cancel at its right end.
    private void arrange() {
        var titles = new ColumnConstraints(208, 208, 280);
        var details = new ColumnConstraints();
        details.setHgrow(Priority.ALWAYS);
        var lefts = new ColumnConstraints(84);
        lefts.setHalignment(HPos.RIGHT);
        node.getColumnConstraints().setAll(titles, details, lefts, new ColumnConstraints(24));
        node.add(title, 0, 0);
        node.add(detail, 1, 0);
        node.add(progress, 0, 1, 2, 1);
        node.add(left, 2, 1);
        node.add(cancel, 3, 0, 1, 2);
    }
}
