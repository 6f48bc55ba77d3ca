package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Screens;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.shell.Content;
import dev.pileus.desktop.shell.Shell;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/// One run of the wizard over the window, until its lifetime ends.
final class ConnectDialog {
    /// Whoever waits no longer than this sees nothing of it.
    private static final Duration UNNOTICED = Duration.millis(300);

    private final Shell shell;
    private final ConnectWorkflow workflow;
    private final StockRemotes remotes;
    private final Lifetime lifetime;
    private final Optional<Content> content = Optional.of(this::draw);
    private boolean shown;

    ConnectDialog(Shell shell, ConnectWorkflow workflow, StockRemotes remotes, Lifetime lifetime) {
        this.shell = shell;
        this.workflow = workflow;
        this.remotes = remotes;
        this.lifetime = lifetime;
    }

    void show() {
        if (shown || lifetime.hasEnded()) {
            return;
        }
        shown = true;
        shell.dialog().set(content);
        lifetime.atEnd(this::leaveWindow);
        lifetime.follow(shell.dialog(), this::endWhenReplaced);
    }

    /// Appears only when the way takes long or needs the user.
    void showWhenNeeded() {
        var patience = new PauseTransition(UNNOTICED);
        patience.setOnFinished(_ -> show());
        lifetime.atEnd(patience::stop);
        patience.play();
        lifetime.follow(
                workflow.state(),
                state -> {
                    if (state.waiting().isEmpty()) {
                        show();
                    }
                });
    }

    private Node draw(Messages messages, Lifetime stay) {
        return Screens.CONNECT_WIZARD.open(
                messages, new WizardController(workflow, remotes, messages, stay, lifetime::close));
    }

    private void leaveWindow() {
        if (shell.dialog().get().equals(content)) {
            shell.dialog().set(Optional.empty());
        }
    }

    private void endWhenReplaced(Optional<Content> dialog) {
        if (!dialog.equals(content)) {
            lifetime.close();
        }
    }
}
