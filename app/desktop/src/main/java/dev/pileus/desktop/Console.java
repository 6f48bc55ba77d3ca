package dev.pileus.desktop;

import dev.pileus.desktop.actions.Actions;
import dev.pileus.desktop.actions.Selection;
import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.settings.Settings;
import dev.pileus.desktop.shell.Shell;
import dev.pileus.desktop.shell.ShellWindow;
import dev.pileus.desktop.theme.Look;
import dev.pileus.desktop.theme.Theme;
import java.time.Clock;
import java.util.Locale;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The wiring by hand: the one place that sees every feature.
final class Console {
    private final Options options;
    private final Settings settings;
    private final Shell shell;

    Console(Options options, Settings settings, Clock clock) {
        this.options = options;
        this.settings = settings;
        var remembered = settings.read("look", RememberedLook.class, RememberedLook.NONE);
        var language =
                options.language()
                        .or(remembered::spoken)
                        .orElse(Language.closestTo(Locale.getDefault()));
        var theme =
                options.theme()
                        .or(remembered::shown)
                        .orElse(Theme.following(Platform.getPreferences().getColorScheme()));
        var look = new Look(theme, language);
        this.shell = new Shell(clock, language, look, new Actions(), new Selection());
    }

    void open() {
        var stage = new Stage();
        var window = new ShellWindow(shell, settings, stage);
        options.size().ifPresentOrElse(window::open, window::open);
    }
}
