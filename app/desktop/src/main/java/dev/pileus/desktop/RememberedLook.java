package dev.pileus.desktop;

import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.settings.Settings;
import dev.pileus.desktop.shell.Shell;
import dev.pileus.desktop.theme.Theme;
import java.util.Optional;

/// Theme and language as the user chose them; empty: never chosen, follow the system.
record RememberedLook(String theme, String language) {
    private static final String SECTION = "look";

    static RememberedLook in(Settings settings) {
        return settings.read(SECTION, RememberedLook.class, new RememberedLook("", ""));
    }

    Optional<Theme> shown() {
        return Theme.of(theme);
    }

    Optional<Language> spoken() {
        return Language.of(language);
    }

    /// Remembers what the user changes from now on. What came from the system or from the command
    /// line was not chosen, and is not remembered.
    static void keep(Shell shell, Settings settings, Lifetime lifetime) {
        var look = shell.look();
        var theme = look.theme().subscribe((_, now) -> remember(settings, in(settings).with(now)));
        var language =
                shell.messages()
                        .subscribe(
                                (_, now) -> remember(settings, in(settings).with(now.language())));
        lifetime.atEnd(theme::unsubscribe);
        lifetime.atEnd(language::unsubscribe);
    }

    private RememberedLook with(Theme chosen) {
        return new RememberedLook(chosen.code(), language);
    }

    private RememberedLook with(Language chosen) {
        return new RememberedLook(theme, chosen.code());
    }

    private static void remember(Settings settings, RememberedLook look) {
        settings.write(SECTION, look);
        settings.save();
    }
}
