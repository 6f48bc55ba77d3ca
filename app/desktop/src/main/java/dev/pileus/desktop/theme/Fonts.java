package dev.pileus.desktop.theme;

import dev.pileus.desktop.i18n.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.text.Font;

/// The first installed family of each stack. JavaFX's style sheets take one family, not a list.
final class Fonts {
    private static final List<String> TEXT = List.of("Inter", "Noto Sans", "Noto Sans CJK JP");

    /// Japanese forms of the Chinese characters, and one even weight for both scripts.
    private static final List<String> JAPANESE = List.of("Noto Sans CJK JP", "Noto Sans JP");

    private static final List<String> MONO = List.of("JetBrains Mono", "DejaVu Sans Mono");

    private final Set<String> installed;

    Fonts() {
        this(Set.copyOf(new HashSet<>(Font.getFamilies())));
    }

    Fonts(Set<String> installed) {
        this.installed = Set.copyOf(installed);
    }

    String text(Language language) {
        return switch (language) {
            case ENGLISH -> first(TEXT, "System");
            case JAPANESE -> first(JAPANESE, first(TEXT, "System"));
        };
    }

    String mono() {
        return first(MONO, "Monospaced");
    }

    private String first(List<String> families, String otherwise) {
        return families.stream().filter(installed::contains).findFirst().orElse(otherwise);
    }
}
