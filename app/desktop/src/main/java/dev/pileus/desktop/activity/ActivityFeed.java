package dev.pileus.desktop.activity;

import dev.pileus.desktop.FxThread;
import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.cluster.ShownCluster;
import dev.pileus.model.history.Happening;
import dev.pileus.model.history.History;
import dev.pileus.model.operations.OperationBoard;
import dev.pileus.model.operations.RunningOperation;
import java.util.List;

/// Keeps the pane's lists in step with what a cluster does and what has happened to it.
public final class ActivityFeed {
    private final Activity activity;
    private final ShownCluster cluster;

    /// @param cluster knows who the clients are
    public ActivityFeed(Activity activity, ShownCluster cluster) {
        this.activity = activity;
        this.cluster = cluster;
    }

    /// Feeds the pane until the end of `lifetime`, which empties it.
    public void follow(OperationBoard operations, History history, Lifetime lifetime) {
        var running = operations.subscribe(rows -> FxThread.run(() -> show(rows)));
        var happened =
                history.subscribe(happening ->
                        FxThread.run(() -> activity.events().addFirst(row(happening))));
        lifetime.atEnd(activity.events()::clear);
        lifetime.atEnd(activity.work()::clear);
        lifetime.atEnd(running::close);
        lifetime.atEnd(happened::close);
        show(operations.operations());
        activity.events().setAll(history.happenings().stream().map(this::row).toList());
    }

    private PastEvent row(Happening happening) {
        var clients = Clients.of(cluster.image().get().certificates());
        return HappeningTexts.row(happening, clients);
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
