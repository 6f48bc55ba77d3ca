package dev.pileus.desktop;

import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.theme.Theme;
import java.util.Optional;

/// Theme and language as the user chose them; empty: never chosen, follow the system.
record RememberedLook(String theme, String language) {
    static final RememberedLook NONE = new RememberedLook("", "");

    Optional<Theme> shown() {
        return Theme.of(theme);
    }

    Optional<Language> spoken() {
        return Language.of(language);
    }
}
