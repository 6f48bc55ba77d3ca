package dev.pileus.desktop.theme;

import java.util.Locale;

/// The colours by what they are for. In style sheets `ACCENT_SUBTLE` is `-pileus-accent-subtle`;
/// the values stand in `css/light.css` and `css/dark.css` and nowhere else.
public enum Swatch {
    /// Behind everything.
    CANVAS,
    /// Bars, panes and cards.
    SURFACE,
    /// Areas that hold cards.
    LANE,
    /// Pills, tracks of bars, chips.
    CHIP,
    BORDER,
    /// Text.
    INK,
    /// Text of less weight.
    MUTED,
    ACCENT,
    /// Behind what is chosen.
    ACCENT_SUBTLE,
    /// Text on the accent.
    ON_ACCENT,
    OK,
    OK_SUBTLE,
    /// A running instance's dot.
    RUNNING,
    /// A stopped instance's dot.
    IDLE,
    CAUTION,
    CAUTION_SUBTLE,
    DANGER,
    DANGER_SUBTLE,
    /// Text on danger.
    ON_DANGER,
    LEADER,
    LEADER_SUBTLE,
    /// Roles outside the database.
    HUB,
    /// Over the window while a dialog is open.
    SCRIM,
    SHADOW;

    public String lookup() {
        return "-pileus-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
