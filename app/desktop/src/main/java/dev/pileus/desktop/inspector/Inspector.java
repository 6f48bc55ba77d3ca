package dev.pileus.desktop.inspector;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Tasks;
import dev.pileus.desktop.cluster.ShownCluster;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.shell.Content;
import dev.pileus.desktop.shell.Shell;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// Shows what is selected. What disappears from the cluster is no longer selected.
public final class Inspector implements Content {
    private final Shell shell;
    private final ShownCluster cluster;
    private final Tasks tasks;

    public Inspector(Shell shell, ShownCluster cluster, Tasks tasks) {
        this.shell = shell;
        this.cluster = cluster;
        this.tasks = tasks;
    }

    @Override
    public Node open(Messages messages, Lifetime lifetime) {
        var place = new StackPane();
        var book = new PageBook(shell, messages, tasks, lifetime, place.getChildren());
        lifetime.follow(shell.selection().entity(), book::turnTo);
        lifetime.follow(cluster.image(), book::update);
        lifetime.follow(shell.actions().all(), book::refresh);
        return place;
    }
}
