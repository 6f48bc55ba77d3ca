package dev.pileus.desktop.activity;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Screens;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.shell.Content;
import dev.pileus.desktop.shell.Shell;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/// The pane at the bottom. Whoever knows what goes on keeps the two lists. For the screen's thread.
public final class Activity implements Content {
    private final Shell shell;
    private final ObservableList<OngoingWork> work = FXCollections.observableArrayList();
    private final ObservableList<PastEvent> events = FXCollections.observableArrayList();
    private Consumer<OngoingWork> canceller = _ -> {};

    public Activity(Shell shell) {
        this.shell = shell;
    }

    /// In the order of the pane.
    public ObservableList<OngoingWork> work() {
        return work;
    }

    /// Newest first.
    public ObservableList<PastEvent> events() {
        return events;
    }

    /// Who cancels work when a user asks for it.
    public void cancelWith(Consumer<OngoingWork> canceller) {
        this.canceller = canceller;
    }

    void cancel(OngoingWork unwanted) {
        canceller.accept(unwanted);
    }

    @Override
    public Node open(Messages messages, Lifetime lifetime) {
        return Screens.ACTIVITY_PANE.open(
                messages, new ActivityController(this, shell, messages, lifetime));
    }
}
