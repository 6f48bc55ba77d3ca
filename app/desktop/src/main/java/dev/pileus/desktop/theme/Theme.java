package dev.pileus.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.ColorScheme;

/// The two looks: AtlantaFX Primer below, our colours (`css/light.css`, `css/dark.css`) above.
public enum Theme {
    LIGHT(new PrimerLight()),
    DARK(new PrimerDark());

    private final String base;
    private final String sheet;

    Theme(atlantafx.base.theme.Theme base) {
        this.base = base.getUserAgentStylesheet();
        this.sheet = "/css/" + code() + ".css";
    }

    /// `light`, `dark`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    public static Optional<Theme> of(String code) {
        return Stream.of(values()).filter(theme -> theme.code().equals(code)).findFirst();
    }

    /// The look that goes with the system's.
    public static Theme following(ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? DARK : LIGHT;
    }

    String base() {
        return base;
    }

    /// Resource with this look's colours.
    String sheet() {
        return sheet;
    }
}
