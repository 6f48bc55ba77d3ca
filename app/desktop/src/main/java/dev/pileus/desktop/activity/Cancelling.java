package dev.pileus.desktop.activity;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Tasks;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.shell.Problem;
import dev.pileus.desktop.shell.Shell;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks the cluster to cancel what a user no longer wants, and tells it when that is refused. What
/// is cancelled leaves the pane by itself.
public final class Cancelling {
    private final Shell shell;
    private final Tasks tasks;
    private final Consumer<String> server;
    private final Lifetime lifetime;

    /// @param server cancels the operation of an id; blocks; throws with the server's words
    /// @param lifetime of the connection
    public Cancelling(Shell shell, Tasks tasks, Consumer<String> server, Lifetime lifetime) {
        this.shell = shell;
        this.tasks = tasks;
        this.server = server;
        this.lifetime = lifetime;
    }

    /// Serves a pane until the end of the lifetime.
    public void serve(Activity activity) {
        activity.cancelWith(this::cancel);
        lifetime.atEnd(() -> activity.cancelWith(_ -> {}));
    }

    private void cancel(OngoingWork unwanted) {
        tasks.start(
                "cancel an operation",
                lifetime,
                () -> server.accept(unwanted.id()),
                refusal -> shell.explain(problem(unwanted, refusal)));
    }

    private static Problem problem(OngoingWork unwanted, Throwable refusal) {
        return new Problem(
                Phrase.of("activity.uncancelled", unwanted.title()),
                String.valueOf(refusal.getMessage()),
                List.of(),
                Optional.empty());
    }
}
