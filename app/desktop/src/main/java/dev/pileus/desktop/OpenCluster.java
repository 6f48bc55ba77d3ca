package dev.pileus.desktop;

import dev.pileus.api.MemberStatus;
import dev.pileus.desktop.activity.Activity;
import dev.pileus.desktop.activity.ActivityFeed;
import dev.pileus.desktop.activity.Cancelling;
import dev.pileus.desktop.cluster.ShownCluster;
import dev.pileus.desktop.map.MapView;
import dev.pileus.desktop.plan.LeftStopped;
import dev.pileus.desktop.plan.Maintenance;
import dev.pileus.desktop.plan.MaintenanceActions;
import dev.pileus.desktop.shell.Shell;
import dev.pileus.model.actions.StartAgain;
import dev.pileus.model.connections.ClusterConnection;
import dev.pileus.model.history.History;
import dev.pileus.model.operations.OperationBoard;
import dev.pileus.model.store.Intervals;
import dev.pileus.model.store.LiveCluster;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;

/// A connected cluster in the window: its live image, and what can be done to it. For the screen's
/// thread, closing included.
final class OpenCluster implements AutoCloseable {
    /// Lines of the history that are kept.
    private static final int REMEMBERED = 500;

    private final Shell shell;
    private final ShownCluster shown;
    private final ClusterConnection connection;
    private final LiveCluster live;
    private final MapView map;
    private final Tasks tasks;
    private final Lifetime lifetime = new Lifetime();

    /// Takes over the connection and closes it in the end.
    ///
    /// @param remote name of the cluster in the stock client, for commands; may be empty
    OpenCluster(
            Shell shell,
            ShownCluster shown,
            Activity activity,
            Tasks tasks,
            InstantSource time,
            ClusterConnection connection,
            String remote) {
        this.shell = shell;
        this.shown = shown;
        this.connection = connection;
        this.tasks = tasks;
        live = connection.live(Intervals.standard(), time);
        var operations = OperationBoard.of(live, time);
        var history = History.of(live, time, REMEMBERED);
        var leftStopped =
                new LeftStopped(
                        shell, shown, tasks, new StartAgain(connection.api())::start, lifetime);
        var maintenance =
                new Maintenance(
                        shell,
                        shown,
                        tasks,
                        connection.api(),
                        operations,
                        leftStopped,
                        remote,
                        lifetime);
        map = new MapView(shell, shown, maintenance);
        var images = live.subscribe(update -> shown.show(update.image()));
        lifetime.atEnd(images::close);
        lifetime.atEnd(operations::close);
        lifetime.atEnd(history::close);
        new ActivityFeed(activity, shown).follow(operations, history, lifetime);
        new Cancelling(shell, tasks, connection.api().operations()::cancel, lifetime)
                .serve(activity);
        shell.views().add(map.view(), lifetime);
        new MaintenanceActions(shown).offer(shell.actions(), maintenance, leftStopped, lifetime);
    }

    MapView map() {
        return map;
    }

    /// What the connection is called.
    String name() {
        return connection.connection().name();
    }

    /// Blocks until every part of the cluster was read once.
    ///
    /// @return false if that takes longer
    boolean awaitFirst(Duration limit) throws InterruptedException {
        return live.awaitFirst(limit);
    }

    /// Blocks until every member that answers has told its load, or has refused to.
    ///
    /// @return always true: loads are a nicety, nothing waits for them for long
    boolean awaitLoads(Duration limit) throws InterruptedException {
        live.awaitImage(
                image ->
                        image.members().stream()
                                .filter(member -> member.condition() == MemberStatus.ONLINE)
                                .allMatch(member -> member.load().isPresent()),
                limit);
        return true;
    }

    /// Runs something when the cluster turns out to have other addresses than before.
    void onAddresses(Runnable listener) {
        var known = new HashSet<String>();
        lifetime.follow(
                shown.image(),
                image -> {
                    var urls = image.members().stream().map(one -> one.member().url()).toList();
                    if (known.addAll(urls)) {
                        listener.run();
                    }
                });
    }

    /// What has not ended then goes on at the server.
    @Override
    public void close() {
        lifetime.close();
        shown.clear();
        shell.selection().clear();
        // Closing waits for requests under way, which the screen must not.
        tasks.start(
                "close a connection",
                new Lifetime(),
                () -> {
                    live.close();
                    connection.close();
                    return true;
                },
                _ -> {},
                _ -> {});
    }
}
