package dev.pileus.desktop.activity;

import dev.pileus.desktop.FxThread;
import dev.pileus.desktop.Lifetime;
import dev.pileus.model.history.History;
import dev.pileus.model.operations.OperationBoard;
import dev.pileus.model.operations.RunningOperation;
import java.util.List;

/// Keeps the pane's lists in step with what a cluster does and what has happened to it.
public final class ActivityFeed {
    private final Activity activity;

    public ActivityFeed(Activity activity) {
        this.activity = activity;
    }

    /// Feeds the pane until the end of `lifetime`, which empties it.
    public void follow(OperationBoard operations, History history, Lifetime lifetime) {
        var running = operations.subscribe(rows -> FxThread.run(() -> show(rows)));
        var happened =
                history.subscribe(happening ->
                        FxThread.run(
                                () -> activity.events().addFirst(HappeningTexts.row(happening))));
        lifetime.atEnd(activity.events()::clear);
        lifetime.atEnd(activity.work()::clear);
        lifetime.atEnd(running::close);
        lifetime.atEnd(happened::close);
        show(operations.operations());
        activity.events().setAll(history.happenings().stream().map(HappeningTexts::row).toList());
    }

    private void show(List<RunningOperation> rows) {
        activity.work()
                .setAll(
                        rows.stream()
                                .filter(row -> !row.stage().isOver())
                                .map(WorkTexts::row)
                                .toList());
    }
}
