package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Tasks;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.shell.Shell;
import dev.pileus.model.connections.SavedConnection;
import java.util.function.Consumer;

/// Starts the connect wizard, one at a time. It ends with an open cluster, or when the user leaves.
final class ConnectWizard {
    private final Shell shell;
    private final Tasks tasks;
    private final ConnectServices services;
    private final StockRemotes remotes;
    private final Consumer<Finished> finished;
    private Lifetime current = new Lifetime();

    ConnectWizard(
            Shell shell,
            Tasks tasks,
            ConnectServices services,
            StockRemotes remotes,
            Consumer<Finished> finished) {
        this.shell = shell;
        this.tasks = tasks;
        this.services = services;
        this.remotes = remotes;
        this.finished = finished;
    }

    /// Asks which server.
    void ask() {
        var lifetime = begin();
        remotes.look();
        var workflow = new ConnectWorkflow(services, tasks, outcome -> end(lifetime, outcome));
        lifetime.atEnd(workflow::close);
        new ConnectDialog(shell, workflow, remotes, lifetime).show();
    }

    /// Opens a connection that is known already.
    void open(SavedConnection connection) {
        var lifetime = begin();
        var wait = shell.await(Phrase.of("connect.wait.open", connection.name()));
        lifetime.atEnd(wait::close);
        var workflow =
                ConnectWorkflow.opening(
                        connection, services, tasks, outcome -> end(lifetime, outcome));
        lifetime.atEnd(workflow::close);
        lifetime.follow(
                workflow.state(),
                state -> {
                    if (state.waiting().isEmpty()) {
                        wait.close(); // from here on the console waits for the user
                    }
                });
        new ConnectDialog(shell, workflow, remotes, lifetime).showWhenNeeded();
    }

    /// Ends what is under way.
    void leave() {
        current.close();
    }

    private Lifetime begin() {
        leave();
        current = new Lifetime();
        return current;
    }

    private void end(Lifetime lifetime, Finished outcome) {
        lifetime.close();
        finished.accept(outcome);
    }
}
