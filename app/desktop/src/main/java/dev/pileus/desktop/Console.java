package dev.pileus.desktop;

import dev.pileus.desktop.actions.Actions;
import dev.pileus.desktop.actions.Selection;
import dev.pileus.desktop.activity.Activity;
import dev.pileus.desktop.cluster.ClusterStatus;
import dev.pileus.desktop.cluster.EntitySource;
import dev.pileus.desktop.cluster.ShownCluster;
import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.inspector.Inspector;
import dev.pileus.desktop.sandbox.SandboxStart;
import dev.pileus.desktop.settings.Settings;
import dev.pileus.desktop.shell.ClusterEntry;
import dev.pileus.desktop.shell.Shell;
import dev.pileus.desktop.shell.ShellWindow;
import dev.pileus.desktop.shell.View;
import dev.pileus.desktop.theme.Look;
import dev.pileus.desktop.theme.Theme;
import dev.pileus.desktop.views.ClusterViews;
import dev.pileus.desktop.wizards.connect.ConnectServices;
import dev.pileus.desktop.wizards.connect.Connections;
import dev.pileus.model.connections.ClusterConnection;
import dev.pileus.model.sandbox.SandboxProgram;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The wiring by hand: the one place that sees every feature.
final class Console {
    private final Clock clock;
    private final Options options;
    private final Settings settings;
    private final Lifetime lifetime = new Lifetime();
    private final Tasks tasks = new Tasks();
    private final ShownCluster cluster = new ShownCluster();
    private final Shell shell;
    private final Activity activity;
    private final Connections connections;
    private Optional<OpenCluster> current = Optional.empty();

    Console(Options options, Settings settings, ConnectServices services, Clock clock) {
        this.clock = clock;
        this.options = options;
        this.settings = settings;
        var remembered = RememberedLook.in(settings);
        var language =
                options.language()
                        .or(remembered::spoken)
                        .orElse(Language.closestTo(Locale.getDefault()));
        var theme =
                options.theme()
                        .or(remembered::shown)
                        .orElse(Theme.following(Platform.getPreferences().getColorScheme()));
        var look = new Look(theme, language);
        shell = new Shell(clock, language, look, new Actions(), new Selection());
        activity = new Activity(shell);
        RememberedLook.keep(shell, settings, lifetime);
        connections = new Connections(shell, tasks, services, lifetime, this::show);
        furnish(clock);
    }

    Shell shell() {
        return shell;
    }

    ShownCluster cluster() {
        return cluster;
    }

    Activity activity() {
        return activity;
    }

    /// Shows what the command line named; writes what it asked for.
    void begin(Startup.Start start, Stage stage) {
        switch (start) {
            case Startup.Start.Connected(var connection, var remote) -> {
                var opened = show(connection, connections.entryOf(connection), remote);
                if (options.captures()) {
                    // The window may have been closed at another view.
                    shell.views().show(View.Place.MAP);
                    new CaptureRun(options, this, opened, stage).start();
                }
            }
            case Startup.Start.Ask(var target) -> connections.open(target);
        }
    }

    /// Shows a connected cluster in the window, instead of the one that was shown.
    ///
    /// @param remote name of the cluster in the stock client; may be empty
    OpenCluster show(ClusterConnection connection, ClusterEntry entry, String remote) {
        leave();
        shell.clusters().open().set(Optional.of(entry));
        var opened = new OpenCluster(shell, cluster, activity, tasks, clock, connection, remote);
        current = Optional.of(opened);
        // At once: a console that is killed has to find a living member the next time.
        opened.onAddresses(() -> connections.remember(connection, entry));
        return opened;
    }

    /// Closes the connection; the window then shows the welcome page.
    void leave() {
        current.ifPresent(OpenCluster::close);
        current = Optional.empty();
        shell.clusters().open().set(Optional.empty());
    }

    /// Opens the window on a stage of its own.
    void open(Stage stage) {
        var window = new ShellWindow(shell, settings, stage);
        options.size().ifPresentOrElse(window::open, window::open);
        connections.start();
    }

    private void furnish(Clock clock) {
        shell.inspector().set(Optional.of(new Inspector(shell, cluster, tasks)));
        shell.activity().set(Optional.of(activity));
        new ClusterViews(shell, cluster, settings).add(lifetime);
        shell.search().add(new EntitySource(shell, cluster), lifetime);
        new ClusterStatus(shell, clock).follow(cluster, lifetime);
        SandboxProgram.ofThisConsole()
                .map(program ->
                        new SandboxStart(shell, tasks, lifetime, program, connections::open))
                .ifPresent(SandboxStart::offer);
    }
}
