package dev.pileus.desktop.theme;

import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;

/// What a colour says. In style sheets `Tone.OK` is the class `tone-ok`.
public enum Tone {
    NEUTRAL(Swatch.MUTED),
    ACCENT(Swatch.ACCENT),
    OK(Swatch.OK),
    CAUTION(Swatch.CAUTION),
    DANGER(Swatch.DANGER);

    private final Swatch swatch;

    Tone(Swatch swatch) {
        this.swatch = swatch;
    }

    /// The colour of this tone on canvases.
    public Swatch swatch() {
        return swatch;
    }

    public String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }

    /// Gives a node this tone and no other.
    public void paint(Node node) {
        node.getStyleClass().removeAll(Stream.of(values()).map(Tone::styleClass).toList());
        node.getStyleClass().add(styleClass());
    }
}
