package dev.pileus.desktop.sandbox;

import dev.pileus.client.Endpoint;
import dev.pileus.desktop.FxThread;
import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Tasks;
import dev.pileus.desktop.actions.Action;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.shell.Problem;
import dev.pileus.desktop.shell.Shell;
import dev.pileus.model.connections.Target;
import dev.pileus.model.sandbox.SandboxProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// Offers the sandbox on the welcome page and in the command palette. For the screen's thread.
public final class SandboxStart {
    private final Shell shell;
    private final Tasks tasks;
    private final Lifetime lifetime;
    private final SandboxProgram program;
    private final Consumer<Target> opener;
    private boolean starting;

    /// @param opener opens the cluster once it stands
    public SandboxStart(
            Shell shell,
            Tasks tasks,
            Lifetime lifetime,
            SandboxProgram program,
            Consumer<Target> opener) {
        this.shell = shell;
        this.tasks = tasks;
        this.lifetime = lifetime;
        this.program = program;
        this.opener = opener;
    }

    /// Adds the action.
    public void offer() {
        shell.actions()
                .add(
                        Action.of(
                                "sandbox.up",
                                Phrase.of("sandbox.up"),
                                MaterialDesignF.FLASK_OUTLINE,
                                Entity.Console.class::isInstance,
                                _ -> start()),
                        lifetime);
    }

    private void start() {
        if (starting) {
            return;
        }
        starting = true;
        var waiting = new Waiting(shell.await(Phrase.of("sandbox.starting")));
        tasks.start(
                "start sandbox",
                lifetime,
                () -> program.up(step -> FxThread.run(() -> waiting.say(step))),
                socket -> {
                    end(waiting);
                    opener.accept(at(socket));
                },
                fault -> {
                    end(waiting);
                    explain(fault);
                });
    }

    private void end(Waiting waiting) {
        starting = false;
        waiting.wait.close();
    }

    private void explain(Throwable fault) {
        shell.explain(
                new Problem(
                        Phrase.of("sandbox.failed"),
                        Optional.ofNullable(fault.getMessage()).orElse(fault.toString()),
                        List.of(),
                        Optional.of(Phrase.of("sandbox.advice"))));
    }

    private static Target at(Path socket) {
        return new Target.Address(new Endpoint.Unix(socket));
    }

    /// What the window says while the user waits, step by step.
    private final class Waiting {
        private Shell.Wait wait;

        Waiting(Shell.Wait wait) {
            this.wait = wait;
        }

        void say(String step) {
            if (starting) {
                wait.close();
                wait = shell.await(Phrase.of("sandbox.step", step));
            }
        }
    }
}
