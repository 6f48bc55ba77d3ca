package dev.pileus.desktop.activity;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Draws the pane at the bottom.
final class ActivityController {
    private final Activity activity;
    private final Shell shell;
    private final Messages messages;
    private final Lifetime lifetime;

    @FXML private Label summary;
    @FXML private FontIcon foldIcon;
    @FXML private ListView<ActivityLine> list;

    ActivityController(Activity activity, Shell shell, Messages messages, Lifetime lifetime) {
        this.activity = activity;
        this.shell = shell;
        this.messages = messages;
        this.lifetime = lifetime;
    }

    @FXML
    void initialize() {
        list.setCellFactory(_ -> new ActivityCell(activity, shell, messages));
        list.setFocusTraversable(false);
        lifetime.follow(activity.work(), this::refresh);
        lifetime.follow(activity.events(), this::refresh);
        lifetime.follow(shell.activityOpen(), this::turnArrow);
    }

    @FXML
    void fold() {
        shell.activityOpen().set(!shell.activityOpen().get());
    }

    private void turnArrow(boolean open) {
        foldIcon.setIconCode(open ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_UP);
        list.setVisible(open);
    }

    private void refresh() {
        summary.setText(messages.text("activity.summary", activity.work().size()));
        var lines = new ArrayList<ActivityLine>();
        activity.work().forEach(work -> lines.add(new ActivityLine.Work(work)));
        activity.events().forEach(event -> lines.add(new ActivityLine.Event(event)));
        if (lines.isEmpty()) {
            lines.add(new ActivityLine.Quiet(Phrase.of("activity.quiet")));
        }
        replace(lines);
    }

    /// Lines that are the same stay, so that the list keeps its scroll position and its cells.
    private void replace(List<ActivityLine> lines) {
        var items = list.getItems();
        if (items.size() != lines.size()) {
            items.setAll(lines);
            return;
        }
        for (int index = 0; index < lines.size(); index++) {
            if (!items.get(index).equals(lines.get(index))) {
                items.set(index, lines.get(index));
            }
        }
    }
}
